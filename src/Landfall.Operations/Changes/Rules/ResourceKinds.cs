using System.Collections.Frozen;
using Landfall.Operations.Changes.Comparison;

namespace Landfall.Operations.Changes.Rules;

/// <summary>What Landfall knows of each type: what it holds, who stands on it, and whether a new one is as good.</summary>
internal static class ResourceKinds
{
    private static readonly FrozenDictionary<string, ResourceKind> Known = new Dictionary<string, ResourceKind>(StringComparer.Ordinal)
    {
        // Data.
        ["AWS::RDS::DBCluster"] = new("database", "all its data", "whoever connects to it finds nothing"),
        ["AWS::RDS::DBInstance"] = new("database", "all its data", "whoever connects to it finds nothing"),
        ["AWS::RDS::GlobalCluster"] = new("global database", null, "the regions are no longer kept in step"),
        ["AWS::DocDB::DBCluster"] = new("document database", "all its data", "whoever connects to it finds nothing"),
        ["AWS::DocDB::DBInstance"] = new("instance of a document database", null, "connections to it break"),
        ["AWS::Neptune::DBCluster"] = new("graph database", "all its data", "whoever connects to it finds nothing"),
        ["AWS::Neptune::DBInstance"] = new("instance of a graph database", null, "connections to it break"),
        ["AWS::Redshift::Cluster"] = new("warehouse", "all its data", "whoever connects to it finds nothing"),
        ["AWS::RedshiftServerless::Namespace"] = new("warehouse", "all its data", "whoever connects to it finds nothing"),
        ["AWS::DynamoDB::Table"] = new("table", "all its items", "reads and writes fail"),
        ["AWS::DynamoDB::GlobalTable"] = new("table", "all its items", "reads and writes fail"),
        ["AWS::S3::Bucket"] = new("bucket", "all its objects", "reads and writes fail"),
        ["AWS::S3Express::DirectoryBucket"] = new("bucket", "all its objects", "reads and writes fail"),
        ["AWS::S3Tables::TableBucket"] = new("bucket of tables", "all its tables", "reads and writes fail"),
        ["AWS::SQS::Queue"] = new("queue", "the messages in it", "sending and receiving fail"),
        ["AWS::SecretsManager::Secret"] = new("secret", "its value", "whoever reads it is refused"),
        ["AWS::Cognito::UserPool"] = new("user pool", "all its users", "nobody can sign in"),
        ["AWS::Cognito::UserPoolUser"] = new("user", "what it is known by", "it cannot sign in"),
        ["AWS::Cognito::IdentityPool"] = new("identity pool", "all its identities", "nobody gets credentials from it"),
        ["AWS::EFS::FileSystem"] = new("file system", "all its files", "whoever mounts it is cut off"),
        ["AWS::FSx::FileSystem"] = new("file system", "all its files", "whoever mounts it is cut off"),
        ["AWS::EC2::Volume"] = new("volume", "all that is on it", "whoever has it attached is cut off"),
        ["AWS::EC2::Instance"] = new("machine", "what is on its own disks", "what runs on it stops"),
        ["AWS::ECR::Repository"] = new("image repository", "its images, so that no earlier release can be run again"),
        ["AWS::Logs::LogGroup"] = new("log group", "its log lines"),
        ["AWS::KMS::Key"] = new("key", "everything that was encrypted with it, after the waiting time", "what is encrypted with it cannot be read"),
        ["AWS::KMS::ReplicaKey"] = new("key", null, "what is encrypted with it cannot be read in its region"),
        ["AWS::Kinesis::Stream"] = new("stream", "the records in it", "producers and consumers fail"),
        ["AWS::MSK::Cluster"] = new("Kafka cluster", "the records in it", "producers and consumers fail"),
        ["AWS::MSK::ServerlessCluster"] = new("Kafka cluster", "the records in it", "producers and consumers fail"),
        ["AWS::AmazonMQ::Broker"] = new("broker", "the messages in it", "producers and consumers fail"),
        ["AWS::ElastiCache::CacheCluster"] = new("cache", "all that is cached", "connections to it break"),
        ["AWS::ElastiCache::ReplicationGroup"] = new("cache", "all that is cached", "connections to it break"),
        ["AWS::ElastiCache::ServerlessCache"] = new("cache", "all that is cached", "connections to it break"),
        ["AWS::MemoryDB::Cluster"] = new("in-memory database", "all its data", "connections to it break"),
        ["AWS::DAX::Cluster"] = new("cache", null, "connections to it break"),
        ["AWS::OpenSearchService::Domain"] = new("search domain", "all its indexes", "searches fail"),
        ["AWS::Elasticsearch::Domain"] = new("search domain", "all its indexes", "searches fail"),
        ["AWS::OpenSearchServerless::Collection"] = new("search collection", "all its indexes", "searches fail"),
        ["AWS::Timestream::Database"] = new("time series database", "all its data", "reads and writes fail"),
        ["AWS::Timestream::Table"] = new("time series table", "all its data", "reads and writes fail"),
        ["AWS::Glue::Database"] = new("data catalogue", "its definitions", "queries fail"),
        ["AWS::Backup::BackupVault"] = new("backup vault", "its backups"),
        ["AWS::CodeCommit::Repository"] = new("source repository", "its history"),
        ["AWS::SSM::Document"] = new("document", IsHarmless: true),
        ["AWS::EMR::Cluster"] = new("EMR cluster", "what is on its own disks", "running work stops"),

        // What runs and what is reached.
        ["AWS::ECS::Service"] = new("service", null, "its tasks stop, and nobody answers in its place"),
        ["AWS::ECS::Cluster"] = new("cluster", null, "nothing can run in it"),
        ["AWS::StepFunctions::StateMachine"] = new("job", null, "it runs no more, and what runs of it is stopped"),
        ["AWS::Scheduler::Schedule"] = new("schedule", null, "what it starts is no longer started by itself"),
        ["AWS::Events::Rule"] = new("event rule", null, "what it starts is no longer started by itself"),
        ["AWS::Events::EventBus"] = new("event bus", null, "events sent to it are refused"),
        ["AWS::Pipes::Pipe"] = new("pipe", null, "nothing goes through it"),
        ["AWS::Lambda::Function"] = new("function", null, "calls of it fail"),
        ["AWS::Lambda::Url"] = new("function's address", null, "calls of it fail"),
        ["AWS::Lambda::EventSourceMapping"] = new("event source", null, "the function no longer gets its events"),
        ["AWS::ElasticLoadBalancingV2::LoadBalancer"] = new("load balancer", null, "its address answers nobody"),
        ["AWS::ElasticLoadBalancing::LoadBalancer"] = new("load balancer", null, "its address answers nobody"),
        ["AWS::ElasticLoadBalancingV2::Listener"] = new("listener", null, "its port answers nobody"),
        ["AWS::ElasticLoadBalancingV2::ListenerRule"] = new("listener rule", null, "the requests that it forwards go elsewhere", IsHarmless: true),
        ["AWS::ElasticLoadBalancingV2::TargetGroup"] = new("target group"),
        ["AWS::CloudFront::Distribution"] = new("CDN", null, "its addresses answer nobody"),
        ["AWS::ApiGateway::RestApi"] = new("API", null, "its address answers nobody"),
        ["AWS::ApiGatewayV2::Api"] = new("API", null, "its address answers nobody"),
        ["AWS::AppSync::GraphQLApi"] = new("API", null, "its address answers nobody"),
        ["AWS::AppRunner::Service"] = new("service", null, "its address answers nobody"),
        ["AWS::AutoScaling::AutoScalingGroup"] = new("group of machines", null, "its machines stop"),
        ["AWS::Batch::JobQueue"] = new("job queue", null, "jobs sent to it are refused"),
        ["AWS::Batch::ComputeEnvironment"] = new("compute environment", null, "its jobs stop"),
        ["AWS::EKS::Cluster"] = new("Kubernetes cluster", "what is declared in it", "what runs in it stops"),
        ["AWS::EKS::Nodegroup"] = new("group of nodes", null, "what runs on them moves or stops"),
        ["AWS::Route53::RecordSet"] = new("DNS record", null, "the name leads nowhere"),
        ["AWS::Route53::HostedZone"] = new("DNS zone", null, "its names lead nowhere"),
        ["AWS::Cognito::UserPoolClient"] = new("sign-in client", null, "whoever signs in through it is refused"),
        ["AWS::Cognito::UserPoolDomain"] = new("sign-in page", null, "its address answers nobody"),
        ["AWS::SNS::Topic"] = new("topic", null, "what is sent to it reaches nobody"),
        ["AWS::SNS::Subscription"] = new("subscription", null, "what is sent to the topic does not reach it; an e-mail address has to confirm a new one"),
        ["AWS::ServiceDiscovery::PrivateDnsNamespace"] = new("namespace", null, "the services' names lead nowhere"),
        ["AWS::ServiceDiscovery::HttpNamespace"] = new("namespace", null, "the services' names lead nowhere"),
        ["AWS::ServiceDiscovery::Service"] = new("service's name", null, "the name leads nowhere"),
        ["AWS::EFS::MountTarget"] = new("mount target", null, "tasks in its zone lose their files"),

        // The network.
        ["AWS::EC2::VPC"] = new("VPC", null, "nothing in it is connected"),
        ["AWS::EC2::Subnet"] = new("subnet", null, "what stands in it is cut off"),
        ["AWS::EC2::NatGateway"] = new("NAT gateway", null, "outgoing connections break, and later ones come from another address"),
        ["AWS::EC2::EIP"] = new("public address", null, "whoever admits this address has to admit another one"),
        ["AWS::EC2::InternetGateway"] = new("internet gateway", null, "there is no way in or out"),
        ["AWS::EC2::VPCGatewayAttachment"] = new("internet gateway's attachment", null, "there is no way in or out"),
        ["AWS::EC2::Route"] = new("route", null, "connections along it break"),
        ["AWS::EC2::RouteTable"] = new("route table", null, "the subnets that use it lose their routes"),
        ["AWS::EC2::SubnetRouteTableAssociation"] = new("subnet's route table", null, "the subnet falls back to the VPC's main routes"),
        ["AWS::EC2::VPCEndpoint"] = new("VPC endpoint", null, "connections through it break"),
        ["AWS::EC2::VPCPeeringConnection"] = new("peering", null, "connections through it break"),
        ["AWS::EC2::TransitGatewayAttachment"] = new("transit gateway's attachment", null, "connections through it break"),
        ["AWS::EC2::VPNConnection"] = new("VPN", null, "connections through it break"),
        ["AWS::EC2::NetworkAcl"] = new("network ACL"),
        ["AWS::EC2::SecurityGroup"] = new("security group", IsHarmless: true),
        ["AWS::EC2::SecurityGroupIngress"] = new("security group's rule", IsHarmless: true),
        ["AWS::EC2::SecurityGroupEgress"] = new("security group's rule", IsHarmless: true),

        // Nobody notices that a new one takes the place of these: who refers to them is pointed to it first.
        ["AWS::ECS::TaskDefinition"] = new("task definition", IsHarmless: true),
        ["AWS::EC2::FlowLog"] = new("flow log", IsHarmless: true),
        ["AWS::EC2::LaunchTemplate"] = new("launch template", IsHarmless: true),
        ["AWS::IAM::Role"] = new("role", IsHarmless: true),
        ["AWS::IAM::Policy"] = new("policy", IsHarmless: true),
        ["AWS::IAM::ManagedPolicy"] = new("policy", IsHarmless: true),
        ["AWS::IAM::RolePolicy"] = new("policy", IsHarmless: true),
        ["AWS::IAM::InstanceProfile"] = new("instance profile", IsHarmless: true),
        ["AWS::RDS::DBSubnetGroup"] = new("database's subnets", IsHarmless: true),
        ["AWS::RDS::DBParameterGroup"] = new("database's parameters", IsHarmless: true),
        ["AWS::RDS::DBClusterParameterGroup"] = new("database's parameters", IsHarmless: true),
        ["AWS::RDS::OptionGroup"] = new("database's options", IsHarmless: true),
        ["AWS::SecretsManager::RotationSchedule"] = new("rotation", IsHarmless: true),
        ["AWS::SecretsManager::SecretTargetAttachment"] = new("secret's attachment", IsHarmless: true),
        ["AWS::SecretsManager::ResourcePolicy"] = new("policy", IsHarmless: true),
        ["AWS::S3::BucketPolicy"] = new("bucket's policy", IsHarmless: true),
        ["AWS::SQS::QueuePolicy"] = new("queue's policy", IsHarmless: true),
        ["AWS::SNS::TopicPolicy"] = new("topic's policy", IsHarmless: true),
        ["AWS::KMS::Alias"] = new("key's name", IsHarmless: true),
        ["AWS::SSM::Parameter"] = new("published value", IsHarmless: true),
        ["AWS::CloudWatch::Alarm"] = new("alarm", IsHarmless: true),
        ["AWS::CloudWatch::AlarmMuteRule"] = new("alarm's silence", IsHarmless: true),
        ["AWS::CloudWatch::CompositeAlarm"] = new("alarm", IsHarmless: true),
        ["AWS::CloudWatch::AnomalyDetector"] = new("anomaly detector", IsHarmless: true),
        ["AWS::CloudWatch::Dashboard"] = new("dashboard", IsHarmless: true),
        ["AWS::Logs::MetricFilter"] = new("metric filter", IsHarmless: true),
        ["AWS::Logs::SubscriptionFilter"] = new("log subscription", IsHarmless: true),
        ["AWS::Logs::ResourcePolicy"] = new("policy", IsHarmless: true),
        ["AWS::ApplicationAutoScaling::ScalableTarget"] = new("scaling range", IsHarmless: true),
        ["AWS::ApplicationAutoScaling::ScalingPolicy"] = new("scaling policy", IsHarmless: true),
        ["AWS::CertificateManager::Certificate"] = new("certificate", IsHarmless: true),
        ["AWS::ElasticLoadBalancingV2::ListenerCertificate"] = new("listener's certificate", IsHarmless: true),
        ["AWS::CloudFront::CachePolicy"] = new("cache policy", IsHarmless: true),
        ["AWS::CloudFront::Function"] = new("CDN's function", IsHarmless: true),
        ["AWS::CloudFront::OriginAccessControl"] = new("origin access", IsHarmless: true),
        ["AWS::CloudFront::OriginRequestPolicy"] = new("origin request policy", IsHarmless: true),
        ["AWS::CloudFront::ResponseHeadersPolicy"] = new("response headers", IsHarmless: true),
        ["AWS::WAFv2::IPSet"] = new("address list", IsHarmless: true),
        ["AWS::WAFv2::WebACL"] = new("firewall", IsHarmless: true),
        ["AWS::WAFv2::WebACLAssociation"] = new("firewall's attachment", IsHarmless: true),
        ["AWS::Lambda::LayerVersion"] = new("function's layer", IsHarmless: true),
        ["AWS::Lambda::Permission"] = new("function's permission", IsHarmless: true),
        ["AWS::Lambda::Version"] = new("function's version", IsHarmless: true),
        ["AWS::Lambda::EventInvokeConfig"] = new("function's retries", IsHarmless: true),
        ["AWS::EFS::AccessPoint"] = new("access point", IsHarmless: true),
        ["AWS::ServiceDiscovery::Instance"] = new("registered name", IsHarmless: true),
        ["AWS::CDK::Metadata"] = new("CDK metadata", IsHarmless: true),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Finds what is known of a resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>What is known; for other types the type's own name, and nothing that would be lost.</returns>
    public static ResourceKind Of(ComparedResource resource)
    {
        // The cluster has the data; an instance of it only answers.
        if (resource.Type == "AWS::RDS::DBInstance" && (resource.Was("DBClusterIdentifier") ?? resource.Is("DBClusterIdentifier")) is not null)
            return new ResourceKind("database instance", null, "connections to it break");

        // Beside the record of IPv4, of which is said what becomes of the name.
        if (resource.Type == "AWS::Route53::RecordSet" && (resource.WasText("Type") ?? resource.IsText("Type")) == "AAAA")
            return new ResourceKind("DNS record of IPv6", IsHarmless: true);
        return Known.GetValueOrDefault(resource.Type) ?? new ResourceKind(resource.Type);
    }

    /// <summary>Whether somebody would miss a resource of a type: what holds data, what others call, and what Landfall does not know.</summary>
    /// <param name="type">The type.</param>
    /// <returns>False for what a new one is as good as.</returns>
    public static bool IsMissed(string type) => Known.GetValueOrDefault(type) is not { } kind || !kind.IsHarmless || kind.Gone is not null;

    /// <summary>Whether resources of a type hold what people would miss.</summary>
    /// <param name="type">The type.</param>
    /// <returns>True for data.</returns>
    public static bool HoldsData(string type) => Known.GetValueOrDefault(type)?.Data is not null;
}
