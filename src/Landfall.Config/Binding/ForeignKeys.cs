using Landfall.Config.Model;

namespace Landfall.Config.Binding;

/// <summary>
/// What other tools call a thing (Copilot's manifests, Compose, SST, the CDK, the Serverless Framework), and what it is here.
/// </summary>
internal static class ForeignKeys
{
    private const string Count = "The number of tasks is 'scale': { min: 1, max: 4, cpu: 60 }.";
    private const string Uses = "What a service needs is in 'uses'; it brings the permissions and the variables.";
    private const string Path = "Requests are chosen by 'path' and 'host' of the service, and its check is 'health'.";
    private const string HostKey = "The names that it answers to are 'host', one or a list.";
    private const string Build = "An image is built with image: { build: ./folder }, or { build: { context: ., dockerfile: Dockerfile } }.";
    private const string Env = "Environment variables are 'env', a mapping of names to values.";
    private const string Check = "The load balancer's check is 'health'; a command inside the container is 'containerHealth'.";

    private static readonly Dictionary<(Type Section, string Key), string> Known = new()
    {
        [(typeof(DocumentModel), "name")] = "The application's name is 'app'.",
        [(typeof(DocumentModel), "application")] = "The application's name is 'app'.",
        [(typeof(DocumentModel), "version")] = "The file has no version. Remove it.",
        [(typeof(DocumentModel), "volumes")] = "Shared file systems are 'files', mounted by 'volumes' of a service.",
        [(typeof(DocumentModel), "networks")] = "There is one network for each environment: 'network'.",
        [(typeof(DocumentModel), "vpc")] = "The network is 'network'; an existing VPC is imported with network: { import: { vpc: vpc-… } }.",
        [(typeof(DocumentModel), "stages")] = "Stages are 'environments'.",
        [(typeof(DocumentModel), "stage")] = "A stage is one of 'environments'.",
        [(typeof(DocumentModel), "resources")] = "Resources are 'databases', 'tables', 'buckets', 'queues', 'secrets' and 'files'; others are added with 'extend'.",
        [(typeof(DocumentModel), "Resources")] = "CloudFormation's resources are patched with 'overrides' and added with 'extend'.",
        [(typeof(DocumentModel), "functions")] = "Functions do not exist here; a job that runs on a schedule is a service of type job.",
        [(typeof(DocumentModel), "provider")] = "The region and the account are 'region' and 'account'.",
        [(typeof(DocumentModel), "jobs")] = "A job is one of 'services', with type: job and a 'schedule'.",
        [(typeof(DocumentModel), "workers")] = "A worker is one of 'services', with type: worker and a 'queue'.",
        [(typeof(DocumentModel), "sites")] = "A site is one of 'services', with type: site.",
        [(typeof(ServiceModel), "http")] = Path,
        [(typeof(ServiceModel), "nlb")] = "Services are behind an application load balancer, as web or internal services.",
        [(typeof(ServiceModel), "count")] = Count,
        [(typeof(ServiceModel), "replicas")] = Count,
        [(typeof(ServiceModel), "desiredCount")] = Count,
        [(typeof(ServiceModel), "desired_count")] = Count,
        [(typeof(ServiceModel), "instances")] = Count,
        [(typeof(ServiceModel), "scaling")] = Count,
        [(typeof(ServiceModel), "autoscaling")] = Count,
        [(typeof(ServiceModel), "range")] = Count,
        [(typeof(ServiceModel), "environment")] = Env + " What differs between environments is 'environments'.",
        [(typeof(ServiceModel), "variables")] = Env,
        [(typeof(ServiceModel), "environmentVariables")] = Env,
        [(typeof(ServiceModel), "env_file")] = Env + " ${env:NAME} takes a value from the shell.",
        [(typeof(ServiceModel), "secrets")] = "Secrets are declared in 'secrets' of the file and named in 'uses': [stripe] gives the variable STRIPE.",
        [(typeof(ServiceModel), "storage")] = Uses + " Shared file systems are mounted with 'volumes'.",
        [(typeof(ServiceModel), "link")] = Uses,
        [(typeof(ServiceModel), "links")] = Uses,
        [(typeof(ServiceModel), "permissions")] = Uses,
        [(typeof(ServiceModel), "depends_on")] = Uses,
        [(typeof(ServiceModel), "dependsOn")] = Uses,
        [(typeof(ServiceModel), "network")] = "The network is the environment's: 'network' of the file.",
        [(typeof(ServiceModel), "networks")] = "The network is the environment's: 'network' of the file.",
        [(typeof(ServiceModel), "platform")] = "The processor is 'architecture': arm64 or x86.",
        [(typeof(ServiceModel), "entrypoint")] = "The command in place of the image's own is 'command'.",
        [(typeof(ServiceModel), "entryPoint")] = "The command in place of the image's own is 'command'.",
        [(typeof(ServiceModel), "ports")] = "The port that the container listens on is 'port', a number; the load balancer has its own.",
        [(typeof(ServiceModel), "expose")] = "The port that the container listens on is 'port'.",
        [(typeof(ServiceModel), "containerPort")] = "The port that the container listens on is 'port'.",
        [(typeof(ServiceModel), "build")] = Build,
        [(typeof(ServiceModel), "dockerfile")] = Build,
        [(typeof(ServiceModel), "location")] = "An image of a registry is image: public.ecr.aws/….",
        [(typeof(ServiceModel), "healthcheck")] = Check,
        [(typeof(ServiceModel), "healthCheck")] = Check,
        [(typeof(ServiceModel), "health_check")] = Check,
        [(typeof(ServiceModel), "paths")] = "The paths are one pattern: 'path'.",
        [(typeof(ServiceModel), "domain")] = HostKey,
        [(typeof(ServiceModel), "alias")] = HostKey,
        [(typeof(ServiceModel), "aliases")] = HostKey,
        [(typeof(ServiceModel), "hosts")] = HostKey,
        [(typeof(ServiceModel), "hostname")] = HostKey,
        [(typeof(ServiceModel), "on")] = "When a job runs is 'schedule'.",
        [(typeof(ServiceModel), "cron")] = "When a job runs is 'schedule'.",
        [(typeof(ServiceModel), "rate")] = "When a job runs is 'schedule', for example rate(1 hour).",
        [(typeof(ServiceModel), "subscribe")] = "The queue that a worker consumes is 'queue'.",
        [(typeof(ServiceModel), "logging")] = "How long logs are kept is 'logRetention'.",
        [(typeof(ServiceModel), "restart")] = "ECS starts a task that ends again. Remove it.",
        [(typeof(ServiceModel), "singlePage")] = "A single-page application is routing: spa.",
        [(typeof(ServiceModel), "taskDefinition")] = "A task's settings stand in the service: 'cpu', 'memory', 'env', 'command'; others are patched with 'overrides'.",
        [(typeof(ImageModel), "location")] = "An image of a registry is 'reference', or image: public.ecr.aws/….",
        [(typeof(ImageModel), "name")] = "An image of a registry is 'reference', or image: public.ecr.aws/….",
        [(typeof(ImageModel), "uri")] = "An image of a registry is 'reference', or image: public.ecr.aws/….",
        [(typeof(ImageModel), "dockerfile")] = Build,
        [(typeof(ImageModel), "context")] = Build,
        [(typeof(ImageModel), "port")] = "The port that the container listens on is 'port' of the service.",
        [(typeof(ImageModel), "tag")] = "The tag is a part of 'reference': nginx:1.27.",
        [(typeof(ScaleModel), "range")] = "The range is 'min' and 'max'.",
        [(typeof(ScaleModel), "count")] = "The number of tasks is 'min' and 'max'.",
        [(typeof(ScaleModel), "desired")] = "The number of tasks is 'min' and 'max'.",
        [(typeof(ScaleModel), "cpu_percentage")] = "The share of CPU is 'cpu', for example 60.",
        [(typeof(ScaleModel), "memory_percentage")] = "The share of memory is 'memory', for example 70.",
        [(typeof(ScaleModel), "spot")] = "The share of tasks on Fargate Spot is 'spot' of the service, in percent.",
        [(typeof(ScaleModel), "queue_delay")] = "A worker follows its queue by 'backlog', the messages for each task, or by 'steps'.",
        [(typeof(HealthModel), "healthcheck")] = "The path is 'path'.",
        [(typeof(HealthModel), "test")] = "A command inside the container is 'containerHealth' of the service.",
        [(typeof(HealthModel), "success_codes")] = "The codes are 'codes', for example 200-299.",
        [(typeof(ContainerHealthModel), "test")] = "The command is 'command'.",
        [(typeof(ContainerHealthModel), "start_period")] = "The time to start is 'startPeriod'.",
        [(typeof(DomainModel), "hostedZone")] = "The hosted zone is 'zone', and its id 'zoneId'.",
        [(typeof(DomainModel), "dns")] = "Where the DNS is: route53 or elsewhere.",
        [(typeof(DatabaseModel), "capacity_units")] = "The capacity is { min: 0, max: 4 } in Aurora capacity units.",
    };

    /// <summary>The right form of another tool's key.</summary>
    /// <param name="section">The model of the section.</param>
    /// <param name="key">The key that it has not.</param>
    /// <returns>A sentence, or null when the key is no other tool's that is known.</returns>
    public static string? Advice(Type section, string key) => Known.GetValueOrDefault((section, key));
}
