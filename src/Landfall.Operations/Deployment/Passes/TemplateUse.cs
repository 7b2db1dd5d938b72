using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Config.Stacks;

namespace Landfall.Operations.Deployment.Passes;

/// <summary>What others can name of a template's stack, and what it names of others.</summary>
/// <param name="template">The template.</param>
internal sealed class TemplateUse(JsonObject template)
{
    // The names that readers write out instead of reading a parameter (ADR 7), and what comes before them in the ARN that a
    // reader's role has: a bare name may be a part of another one.
    private static readonly FrozenDictionary<string, (string Property, string Before)> NameProperties = new Dictionary<string, (string, string)>
    {
        ["AWS::DynamoDB::Table"] = ("TableName", ":table/"),
        ["AWS::ECR::Repository"] = ("RepositoryName", ":repository/"),
        ["AWS::Logs::LogGroup"] = ("LogGroupName", ":log-group:"),
        ["AWS::S3::Bucket"] = ("BucketName", ":::"),
        ["AWS::SQS::Queue"] = ("QueueName", ":"),
        ["AWS::ServiceDiscovery::Service"] = ("Name", "//"), // the beginning of an address
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
    public IReadOnlySet<string> Names { get; } =
        template.Section("Resources").Select(r => NameOf(r.Entry)).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The requests that its listener rules forward.</summary>
    public IReadOnlySet<ServedPath> Serves { get; } = ServedPath.In(template);

    /// <summary>Whether it runs containers.</summary>
    public bool RunsTasks { get; } = template.OfType("AWS::ECS::TaskDefinition").Any();

    /// <summary>Whether it reads or writes out something of another stack's.</summary>
    /// <param name="other">The other stack.</param>
    /// <returns>True when it does.</returns>
    public bool Uses(TemplateUse other) => Takes.Overlaps(other.Gives) || other.Names.Any(Mentions);

    // 'jobs' is not 'jobs-dead', and not 'jobs.fifo'.
    private bool Mentions(string name)
    {
        for (var at = _text.Value.IndexOf(name, StringComparison.Ordinal); at >= 0; at = _text.Value.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var next = _text.Value[at + name.Length];
            if (!char.IsAsciiLetterOrDigit(next) && next is not ('-' or '_') && (next != '.' || (name.StartsWith("//", StringComparison.Ordinal) && IsPrivate(at + name.Length))))
                return true;
            if (name[^1] == '-')
                return true; // the beginning of a name that ends with the account
        }

        return false;
    }

    // 'api.dev.shop.local' is the service 'api'; 'api.example.com' is whatever its owner says.
    private bool IsPrivate(int from)
    {
        var to = from;
        while (char.IsAsciiLetterOrDigit(_text.Value[to]) || _text.Value[to] is '-' or '.')
            to++;
        return _text.Value.AsSpan(from, to - from).EndsWith(AwsNames.PrivateEnd, StringComparison.Ordinal);
    }

    private static string? NameOf(JsonObject resource) =>
        NameProperties.TryGetValue((string?)resource["Type"] ?? "", out var name) && TemplateParts.Literal(resource["Properties"]?[name.Property]) is { } literal
            ? name.Before + literal
            : null;
}
