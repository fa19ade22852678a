/** Kinds that neither are policies nor hold them, and that policies do not look at. */
export const LEAVES_POLICIES_ALONE =
  /^(?:Service|ServiceAccount|Ingress|ConfigMap|Secret|PersistentVolume(?:Claim)?|StorageClass|(?:Cluster)?Role(?:Binding)?|HorizontalPodAutoscaler|PodDisruptionBudget|PriorityClass|LimitRange|ResourceQuota|CustomResourceDefinition|Validating\w+|Mutating\w+|Certificate|(?:Cluster)?Issuer|ServiceMonitor|PodMonitor|PrometheusRule|HTTPRoute|Gateway|VirtualService|DestinationRule|ExternalSecret)$/;

export const WORKLOAD_KIND =
  /^(?:Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob)$/;
