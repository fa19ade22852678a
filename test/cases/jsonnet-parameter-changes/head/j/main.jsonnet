local p = import 'params.libsonnet';
{ np: if p.deny then { kind: 'NetworkPolicy' } }
