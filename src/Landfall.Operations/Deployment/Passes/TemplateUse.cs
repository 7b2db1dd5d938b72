using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Landfall.Operations.Deployment.Passes;

/// <summary>What others can name of a template's stack, and what it names of others.</summary>
/// <param name="template">The template.</param>
internal sealed class TemplateUse(JsonObject template)
{
    // The names that readers write out instead of reading a parameter (ADR 7).
    private static readonly FrozenDictionary<string, string> NameProperties = new Dictionary<string, string>
    {
        ["AWS::DynamoDB::Table"] = "TableName",
        ["AWS::ECR::Repository"] = "RepositoryName",
        ["AWS::ECS::Cluster"] = "ClusterName",
        ["AWS::Logs::LogGroup"] = "LogGroupName",
        ["AWS::S3::Bucket"] = "BucketName",
        ["AWS::SQS::Queue"] = "QueueName",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // The plain text, so that a name is found as it is: the default encoder writes '+' and quotes as escapes.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StackTemplate _shared = StackTemplate.Of(template);
    private readonly Lazy<string> _text = new(() => template.ToJsonString(Plain));

    /// <summary>The template.</summary>
    public JsonObject Template => template;

    /// <summary>SSM parameters and exports that it owns.</summary>
    public IReadOnlySet<string> Gives => _shared.Gives;

    /// <summary>SSM parameters and exports that it reads.</summary>
    public IReadOnlySet<string> Takes => _shared.Takes;

    /// <summary>Names of its resources that readers write out.</summary>
    public IReadOnlySet<string> Names { get; } = template.Section("Resources")
        .Select(r => NameProperties.TryGetValue((string?)r.Entry["Type"] ?? "", out var property) ? TemplateParts.Literal(r.Entry["Properties"]?[property]) : null)
        .OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether it runs containers.</summary>
    public bool RunsTasks { get; } = template.OfType("AWS::ECS::TaskDefinition").Any();

    /// <summary>Whether it reads or writes out something of another stack's.</summary>
    /// <param name="other">The other stack.</param>
    /// <returns>True when it does.</returns>
    public bool Uses(TemplateUse other) => Takes.Overlaps(other.Gives) || other.Names.Any(_text.Value.Contains);
}
