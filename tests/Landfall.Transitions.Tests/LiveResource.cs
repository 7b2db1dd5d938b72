using System.Text.Json.Nodes;

namespace Landfall.Transitions.Tests;

/// <summary>A resource of a model cloud.</summary>
/// <param name="Stack">Its stack.</param>
/// <param name="LogicalId">Its logical id.</param>
/// <param name="Type">Its type.</param>
/// <param name="Physical">Its id, which no other resource ever has.</param>
/// <param name="Properties">Its properties with every reference resolved.</param>
internal sealed record LiveResource(string Stack, string LogicalId, string Type, string Physical, JsonObject Properties)
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["AWS::CloudFront::Function"] = "Name",
        ["AWS::Cognito::UserPoolDomain"] = "Domain",
        ["AWS::DynamoDB::Table"] = "TableName",
        ["AWS::ECR::Repository"] = "RepositoryName",
        ["AWS::ECS::Cluster"] = "ClusterName",
        ["AWS::ECS::Service"] = "ServiceName",
        ["AWS::Logs::LogGroup"] = "LogGroupName",
        ["AWS::S3::Bucket"] = "BucketName",
        ["AWS::SecretsManager::Secret"] = "Name",
        ["AWS::SQS::Queue"] = "QueueName",
        ["AWS::SSM::Parameter"] = "Name",
        ["AWS::StepFunctions::StateMachine"] = "StateMachineName",
        ["AWS::WAFv2::WebACL"] = "Name",
    };

    /// <summary>The name that AWS gives to one resource of the type only, or null.</summary>
    public string? Name => Names.TryGetValue(Type, out var property) ? (string?)Properties[property] : null;

    /// <summary>How others write the name out: enough of the text that no other name is meant.</summary>
    public IEnumerable<string> Handles => (Type, Name) switch
    {
        ("AWS::SQS::Queue", { } name) => [$":{name}\"", $"/{name}\""],
        ("AWS::DynamoDB::Table", { } name) => [$":table/{name}\"", $":table/{name}/"],
        ("AWS::ECR::Repository", { } name) => [$".com/{name}:", $".com/{name}@", $":repository/{name}\""],
        ("AWS::S3::Bucket", { } name) => [$":::{name}\"", $":::{name}/"],
        ("AWS::Logs::LogGroup", { } name) => [$":log-group:{name}:", $"\"awslogs-group\":\"{name}\""],
        _ => [],
    };
}
