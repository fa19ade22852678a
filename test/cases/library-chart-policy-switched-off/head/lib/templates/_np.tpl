{{ define "lib.np" }}{{- if .Values.sec.on }}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: shop
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
{{- end }}
{{ end }}