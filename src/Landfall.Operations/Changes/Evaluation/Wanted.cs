using System.Text.Json.Nodes;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Changes.Evaluation;

/// <summary>
/// The world as it is wanted: a value that another stack publishes is the one that runs where that stack leaves it alone,
/// and its new one where it does not.
/// </summary>
internal sealed class Wanted : IOutside
{
    private readonly Running _running;
    private readonly IReadOnlyDictionary<(string Stack, string LogicalId), Certainty> _replaced;
    private readonly Dictionary<string, AssemblyStack> _stacks;
    private readonly Dictionary<string, TemplateEvaluator> _evaluators;
    private readonly HashSet<(string, string)> _entered = [];
    private readonly Lazy<Publications> _publications;

    /// <summary>Reads what is wanted.</summary>
    /// <param name="running">What runs.</param>
    /// <param name="stacks">The stacks that are deployed.</param>
    /// <param name="replaced">The resources of which it is known already that they are replaced.</param>
    public Wanted(
        Running running, IReadOnlyList<AssemblyStack> stacks, IReadOnlyDictionary<(string Stack, string LogicalId), Certainty> replaced)
    {
        _running = running;
        _replaced = replaced;
        _stacks = stacks.ToDictionary(s => s.Name, StringComparer.Ordinal);
        _evaluators = stacks.ToDictionary(s => s.Name, s => new TemplateEvaluator(s.Name, s.Template, this), StringComparer.Ordinal);
        _publications = new(() => Publications.Of(stacks.Select(s => (s.Name, s.Template)), name => _evaluators[name]));
    }

    /// <summary>Gives a stack's resources.</summary>
    /// <param name="stack">Its name.</param>
    /// <returns>The resources by logical id.</returns>
    public IReadOnlyDictionary<string, EvaluatedResource> Resources(string stack) => _evaluators[stack].Resources();

    /// <inheritdoc />
    public JsonNode? Parameter(string stack, string name)
    {
        var parameter = _stacks[stack].Template["Parameters"]?[name];
        var before = _running.Find(stack)?.Template["Parameters"]?[name];
        var runs = before is null ? null : _running.Parameter(stack, name);

        // The CDK CLI hands over the previous value of a parameter that it is not given.
        if (!Publications.IsParameterStore(parameter))
            return runs ?? Own(stack, parameter) ?? $"${{{stack}/{name}}}";

        var path = (string?)parameter!["Default"] ?? "";
        if ((string?)before?["Default"] != path)
            runs = null;
        if (!_entered.Add((stack, name)))
            return runs ?? $"${{ssm:{path}}}"; // a circle: AWS would refuse it
        var published = Published(path);
        _entered.Remove((stack, name));
        if (published is null)
            return _running.Released(stack, path) ?? runs ?? $"${{ssm:{path}}}";
        if (runs is null || _running.Published(path) is not { } earlier || !JsonNode.DeepEquals(earlier.Value, published.Value))
            return published.Value?.DeepClone();
        return _running.Known(earlier) is { } known ? known : runs; // what it publishes now; it may be newer than what runs here
    }

    /// <inheritdoc />
    public JsonNode? Import(string name) => _publications.Value.Export(name)?.DeepClone() ?? _running.Import(name);

    /// <inheritdoc />
    public JsonNode Pseudo(string stack, string name) =>
        name == "AWS::Region" && _stacks[stack].Region is { } region ? region : _running.Pseudo(stack, name);

    /// <inheritdoc />
    public Certainty? Replaced(string stack, string logicalId, string? attribute) =>
        _replaced.TryGetValue((stack, logicalId), out var certainty) ? certainty : null;

    private JsonNode? Own(string stack, JsonNode? parameter) =>
        parameter?["Default"] is { } given ? _evaluators[stack].Evaluate(given) : null;

    /// <summary>A stack that is not deployed now publishes what it does.</summary>
    private Publication? Published(string path) =>
        _publications.Value.Parameter(path)
        ?? (_running.Published(path) is { } other && !_stacks.ContainsKey(other.Stack) ? other : null);
}
