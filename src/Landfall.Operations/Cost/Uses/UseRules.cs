namespace Landfall.Operations.Cost.Uses;

/// <summary>All that is known of what resources use. A type that is neither here nor free has an unknown price.</summary>
internal static class UseRules
{
    private static readonly Dictionary<string, UseRule> ByType =
        new IReadOnlyList<UseRule>[] { TaskUses.Rules, NetworkUses.Rules, DataUses.Rules, WatchUses.Rules }
            .SelectMany(rules => rules).SelectMany(rule => rule.Types.Select(type => (type, rule))).ToDictionary(pair => pair.type, pair => pair.rule, StringComparer.Ordinal);

    // What costs nothing itself: what it makes others do is theirs.
    private static readonly HashSet<string> Free = new(StringComparer.Ordinal)
    {
        "AWS::ApplicationAutoScaling::ScalableTarget", "AWS::ApplicationAutoScaling::ScalingPolicy", "AWS::Budgets::Budget", "AWS::CDK::Metadata",
        "AWS::CertificateManager::Certificate", "AWS::CloudFront::CachePolicy", "AWS::CloudFront::OriginAccessControl", "AWS::CloudFront::OriginRequestPolicy",
        "AWS::CloudFront::ResponseHeadersPolicy", "AWS::Cognito::UserPoolClient", "AWS::Cognito::UserPoolDomain", "AWS::EC2::FlowLog",
        "AWS::EC2::InternetGateway", "AWS::EC2::Route", "AWS::EC2::RouteTable", "AWS::EC2::SecurityGroup", "AWS::EC2::SecurityGroupEgress",
        "AWS::EC2::SecurityGroupIngress", "AWS::EC2::Subnet", "AWS::EC2::SubnetRouteTableAssociation", "AWS::EC2::VPC", "AWS::EC2::VPCGatewayAttachment",
        "AWS::ECS::ClusterCapacityProviderAssociations", "AWS::ECS::TaskDefinition", "AWS::EFS::AccessPoint", "AWS::EFS::MountTarget",
        "AWS::ElasticLoadBalancingV2::Listener", "AWS::ElasticLoadBalancingV2::ListenerCertificate", "AWS::ElasticLoadBalancingV2::ListenerRule",
        "AWS::ElasticLoadBalancingV2::TargetGroup", "AWS::Events::Rule", "AWS::IAM::ManagedPolicy", "AWS::IAM::OIDCProvider", "AWS::IAM::Policy", "AWS::IAM::Role",
        "AWS::KMS::Alias", "AWS::Lambda::LayerVersion", "AWS::Lambda::Permission", "AWS::Logs::ResourcePolicy", "AWS::RDS::DBClusterParameterGroup",
        "AWS::RDS::DBParameterGroup", "AWS::RDS::DBSubnetGroup", "AWS::Route53::RecordSet", "AWS::S3::BucketPolicy", "AWS::SNS::Subscription",
        "AWS::SNS::TopicPolicy", "AWS::SQS::QueuePolicy", "AWS::SSM::Parameter", "AWS::SecretsManager::RotationSchedule", "AWS::ServiceDiscovery::Service",
        "AWS::WAFv2::WebACLAssociation", "Custom::CDKBucketDeployment",
    };

    /// <summary>Finds what is known of a type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The rule; null for a type that is free, or unknown.</returns>
    public static UseRule? Of(string type) => ByType.GetValueOrDefault(type);

    /// <summary>Whether resources of a type cost nothing.</summary>
    /// <param name="type">The type.</param>
    public static bool IsFree(string type) => Free.Contains(type);
}
