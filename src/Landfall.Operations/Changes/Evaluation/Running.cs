using System.Text.Json.Nodes;
using Landfall.Operations.Deployment;
using Landfall.Operations.Releases;

namespace Landfall.Operations.Changes.Evaluation;

/// <summary>The world as it runs: the templates that were deployed last and the values that they were deployed with.</summary>
internal sealed class Running : IOutside
{
    private readonly Dictionary<string, DeployedStack> _stacks;
    private readonly Dictionary<string, TemplateEvaluator> _evaluators;
    private readonly Dictionary<string, IReadOnlyDictionary<string, EvaluatedResource>> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonNode> _pseudo = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _entered = [];
    private readonly Lazy<Publications> _publications;

    /// <summary>Reads what runs.</summary>
    /// <param name="stacks">The deployed stacks.</param>
    public Running(IReadOnlyList<DeployedStack> stacks)
    {
        _stacks = stacks.ToDictionary(s => s.Name, StringComparer.Ordinal);
        _evaluators = stacks.ToDictionary(s => s.Name, s => new TemplateEvaluator(s.Name, s.Template, this), StringComparer.Ordinal);
        _publications = new(() => Publications.Of(stacks.Select(s => (s.Name, s.Template)), name => _evaluators[name]));

        // arn:aws:cloudformation:us-east-1:111122223333:stack/shop-dev-network/…
        if (stacks.Select(s => s.Stack.Id.Split(':')).FirstOrDefault(p => p.Length >= 6) is { } arn)
        {
            _pseudo["AWS::Partition"] = arn[1];
            _pseudo["AWS::Region"] = arn[3];
            _pseudo["AWS::AccountId"] = arn[4];
        }
    }

    /// <summary>The names of the stacks that run.</summary>
    public IReadOnlyCollection<string> Names => _stacks.Keys;

    /// <summary>Finds a stack that runs.</summary>
    /// <param name="stack">Its name.</param>
    /// <returns>The stack, or null.</returns>
    public DeployedStack? Find(string stack) => _stacks.GetValueOrDefault(stack);

    /// <summary>Gives a stack's resources.</summary>
    /// <param name="stack">Its name.</param>
    /// <returns>The resources by logical id; empty when it does not run.</returns>
    public IReadOnlyDictionary<string, EvaluatedResource> Resources(string stack)
    {
        if (!_resources.TryGetValue(stack, out var resources))
            _resources[stack] = resources = _evaluators.TryGetValue(stack, out var evaluator) ? evaluator.Resources() : new Dictionary<string, EvaluatedResource>();
        return resources;
    }

    /// <summary>Finds who publishes a value.</summary>
    /// <param name="path">The name of the parameter in the Parameter Store.</param>
    /// <returns>The evaluated value and the publisher; null when no stack that runs publishes it.</returns>
    public Publication? Published(string path) => _publications.Value.Parameter(path);

    /// <summary>Gives a released image as a deployment finds it, or makes it.</summary>
    /// <param name="stack">The stack that reads it.</param>
    /// <param name="path">The name of the parameter in the Parameter Store.</param>
    /// <returns>The image; null for every other parameter.</returns>
    public string? Released(string stack, string path) =>
        !ReleasedImages.IsName(path) ? null
        : Find(stack)?.Released.GetValueOrDefault(path) ?? ReleasedImages.First(this, stack);

    /// <summary>Gives what AWS made of a published value, where the publisher's outputs tell.</summary>
    /// <param name="publication">The publication.</param>
    /// <returns>The value in AWS, or null.</returns>
    public string? Known(Publication publication)
    {
        if (publication.Value is JsonValue text && !text.GetValue<string>().Contains("${", StringComparison.Ordinal))
            return text.GetValue<string>();
        var stack = _stacks[publication.Stack];
        foreach (var (name, output) in stack.Template["Outputs"] as JsonObject ?? [])
        {
            if (stack.Stack.Outputs.TryGetValue(name, out var known)
                && JsonNode.DeepEquals(_evaluators[publication.Stack].Evaluate(output?["Value"]), publication.Value))
            {
                return known;
            }
        }

        return null;
    }

    /// <summary>Finds who reads what a stack publishes.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <returns>The names of other stacks.</returns>
    public IReadOnlyList<string> Readers(string stack) =>
    [
        .. _stacks.Values.Where(s => s.Name != stack && (s.Template["Parameters"] as JsonObject ?? [])
            .Any(p => Publications.IsParameterStore(p.Value) && Published((string?)p.Value!["Default"] ?? "")?.Stack == stack))
            .Select(s => s.Name).Order(StringComparer.Ordinal),
    ];

    /// <inheritdoc />
    public JsonNode? Parameter(string stack, string name)
    {
        var deployed = _stacks[stack];
        if (deployed.Stack.Parameters.TryGetValue(name, out var value))
            return value;

        // A commit was never deployed: its values are those that its own stacks would publish.
        var parameter = deployed.Template["Parameters"]?[name];
        if (!Publications.IsParameterStore(parameter) || !_entered.Add((stack, name)))
            return parameter?["Default"] is { } given ? _evaluators[stack].Evaluate(given) : $"${{{stack}/{name}}}";
        var path = (string?)parameter!["Default"] ?? "";
        var published = Published(path)?.Value?.DeepClone() ?? $"${{ssm:{path}}}";
        _entered.Remove((stack, name));
        return published;
    }

    /// <inheritdoc />
    public JsonNode? Import(string name) => _publications.Value.Export(name)?.DeepClone() ?? $"${{export:{name}}}";

    /// <inheritdoc />
    public JsonNode Pseudo(string stack, string name) =>
        name == "AWS::Region" && Find(stack) is { } found && found.Stack.Id.Split(':') is { Length: >= 6 } arn ? arn[3]
        : _pseudo.GetValueOrDefault(name)?.DeepClone() ?? $"${{{name}}}";

    /// <inheritdoc />
    public Certainty? Replaced(string stack, string logicalId, string? attribute) => null;
}
