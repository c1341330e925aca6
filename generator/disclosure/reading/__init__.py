"""From disk to domain. The only place that knows YAML."""
