const require_index = require("../index.js");
const require_base = require("./base.js");
let node_http = require("node:http");
let node_https = require("node:https");

// src/github/first-look.ts
const isOurs = (body) => require_index.readMarker(body) !== void 0 || require_index.readLineMarker(body) !== void 0;
/**
* Whether a pull request has, for sure, no comment with a marker of ours in these lists. Most pull requests change no
* flow, and this is all that their runs ask: the client with its HTTP library takes longer to load than the whole
* rest of such a run. It only looks at the first page of each list. Whatever is not the plain answer, such as a
* second page, a redirect, a limit or a server that cannot be reached, is `false`, and then the client asks again.
*/
async function hasNoComments(look, lists) {
	try {
		return (await Promise.all(lists.map((list) => firstPage(look, list)))).every((bodies) => bodies !== void 0 && !bodies.some(isOurs));
	} catch {
		return false;
	}
}
/** The texts of a list's comments; undefined where they are not all on the first page, or not to be had. */
async function firstPage({ apiUrl, owner, repo, number, token, deadline }, list) {
	const path = `/repos/${owner}/${repo}/${list}/${number}/comments?per_page=${100}`;
	const response = await request(new URL(apiUrl + path), {
		signal: deadline.signal,
		headers: {
			accept: "application/vnd.github+json",
			authorization: `token ${token}`,
			"user-agent": `netpol-review/${require_base.VERSION}`
		}
	});
	const { statusCode, headers } = response;
	if (statusCode !== 200 || headers.link !== void 0) {
		response.destroy();
		return;
	}
	const text = await readAll(response);
	return text === void 0 ? void 0 : bodiesOf(JSON.parse(text));
}
function request(url, options) {
	const get = url.protocol === "https:" ? node_https.get : node_http.get;
	return new Promise((answered, reject) => {
		get(url, options, answered).on("error", reject);
	});
}
async function readAll(response) {
	const chunks = [];
	let bytes = 0;
	for await (const chunk of response) {
		bytes += chunk.length;
		if (bytes > 16777216) return void 0;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString("utf8");
}
function bodiesOf(comments) {
	if (!Array.isArray(comments)) return void 0;
	const bodies = [];
	for (const comment of comments) {
		if (typeof comment !== "object" || comment === null || !("body" in comment)) return void 0;
		if (typeof comment.body !== "string") return void 0;
		bodies.push(comment.body);
	}
	return bodies;
}

exports.hasNoComments = hasNoComments;