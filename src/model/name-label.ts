/** The label that names a namespace; the API server sets it (KEP-2161). */
export const NAME_LABEL = "kubernetes.io/metadata.name";
