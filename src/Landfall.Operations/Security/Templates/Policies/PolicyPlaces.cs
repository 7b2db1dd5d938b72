namespace Landfall.Operations.Security.Templates.Policies;

/// <summary>Where policies stand in a template.</summary>
internal static class PolicyPlaces
{
    private static readonly Dictionary<string, string> OfResources = new(StringComparer.Ordinal)
    {
        ["AWS::S3::BucketPolicy"] = "PolicyDocument",
        ["AWS::SQS::QueuePolicy"] = "PolicyDocument",
        ["AWS::SNS::TopicPolicy"] = "PolicyDocument",
        ["AWS::KMS::Key"] = "KeyPolicy",
        ["AWS::SecretsManager::ResourcePolicy"] = "ResourcePolicy",
        ["AWS::ECR::Repository"] = "RepositoryPolicyText",
        ["AWS::EFS::FileSystem"] = "FileSystemPolicy",
        ["AWS::OpenSearchService::Domain"] = "AccessPolicies",
        ["AWS::Elasticsearch::Domain"] = "AccessPolicies",
        ["AWS::Backup::BackupVault"] = "AccessPolicy",
        ["AWS::Events::EventBusPolicy"] = "Statement",
        ["AWS::IAM::Role"] = "AssumeRolePolicyDocument",
        ["AWS::ApiGateway::RestApi"] = "Policy",
        ["AWS::SQS::QueueInlinePolicy"] = "PolicyDocument",
        ["AWS::SNS::TopicInlinePolicy"] = "PolicyDocument",
        ["AWS::S3::AccessPoint"] = "Policy",
        ["AWS::S3::MultiRegionAccessPointPolicy"] = "Policy",
        ["AWS::ECR::RegistryPolicy"] = "PolicyText",
        ["AWS::KMS::ReplicaKey"] = "KeyPolicy",
        ["AWS::Kinesis::ResourcePolicy"] = "ResourcePolicy",
        ["AWS::CodeArtifact::Domain"] = "PermissionsPolicyDocument",
        ["AWS::CodeArtifact::Repository"] = "PermissionsPolicyDocument",
        ["AWS::MediaStore::Container"] = "Policy",
        ["AWS::DynamoDB::Table"] = "ResourcePolicy.PolicyDocument",
        ["AWS::Logs::ResourcePolicy"] = "PolicyDocument",
    };

    /// <summary>The statements that say what a principal may do.</summary>
    /// <param name="template">The template.</param>
    /// <returns>The statements.</returns>
    public static IEnumerable<PolicyStatement> OfPrincipals(Template template) =>
        template.OfType("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy", "AWS::IAM::UserPolicy", "AWS::IAM::GroupPolicy").SelectMany(r => PolicyStatement.Of(r, "PolicyDocument"))
            .Concat(template.OfType("AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group").SelectMany(r => r.Items("Policies").SelectMany(p => PolicyStatement.Of(r, r.Find(p, "PolicyDocument"), "Policies"))))
            .Concat(template.OfType("AWS::SSO::PermissionSet").SelectMany(r => PolicyStatement.Of(r, "InlinePolicy")))
            .Concat(template.OfType("AWS::IoT::Policy").SelectMany(r => PolicyStatement.Of(r, "PolicyDocument")))
            .Concat(template.OfType("AWS::Serverless::Function").SelectMany(r => r.Items("Policies").SelectMany(p => PolicyStatement.Of(r, p, "Policies"))));

    /// <summary>The statements that say who may do something to a resource.</summary>
    /// <param name="template">The template.</param>
    /// <returns>The statements.</returns>
    public static IEnumerable<PolicyStatement> OnResources(Template template) =>
        template.Resources.Where(r => OfResources.ContainsKey(r.Type)).SelectMany(r => PolicyStatement.Of(r, OfResources[r.Type]));
}
