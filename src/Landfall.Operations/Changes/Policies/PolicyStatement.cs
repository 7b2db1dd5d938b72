using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Changes.Rules;

namespace Landfall.Operations.Changes.Policies;

/// <summary>A statement of an IAM policy.</summary>
/// <param name="Allows">True for <c>Allow</c>, false for <c>Deny</c>.</param>
/// <param name="Principals">Who, for example <c>AWS:arn:…</c> or <c>*</c>; one empty text in the policy of an identity itself.</param>
/// <param name="Actions">What, with wildcards.</param>
/// <param name="Resources">On what, with wildcards.</param>
/// <param name="Conditions">Under which conditions; all have to hold.</param>
/// <param name="Inverted">The parts that say what is <em>not</em> meant, as JSON; empty in most statements.</param>
internal sealed record PolicyStatement(
    bool Allows,
    IReadOnlyList<string> Principals,
    IReadOnlyList<string> Actions,
    IReadOnlyList<string> Resources,
    IReadOnlyList<PolicyCondition> Conditions,
    string Inverted)
{
    private static readonly string[] Nots = ["NotPrincipal", "NotAction", "NotResource"];

    /// <summary>Finds the statements in a resource's properties, wherever a policy stands.</summary>
    /// <param name="node">The properties, or a part of them.</param>
    /// <returns>The statements.</returns>
    public static IEnumerable<PolicyStatement> In(JsonNode? node) => PolicyDocuments.In(node).SelectMany(Read);

    /// <summary>Reads the statements of a policy.</summary>
    /// <param name="document">The policy.</param>
    /// <returns>The statements.</returns>
    public static IEnumerable<PolicyStatement> Read(JsonObject document) =>
        (document["Statement"] is JsonArray list ? list : [document["Statement"]?.DeepClone()]).OfType<JsonObject>().Select(ReadOne);

    /// <summary>Finds what a statement allows or denies that others do not.</summary>
    /// <param name="others">The others, of which those with the same effect count.</param>
    /// <returns>A statement about what is left, or null when nothing is.</returns>
    public PolicyStatement? Without(IReadOnlyList<PolicyStatement> others)
    {
        var same = others.Where(o => o.Allows == Allows).ToList();
        if (Inverted.Length > 0)
            return same.Any(o => o.Inverted == Inverted && o.IsAsWide(this)) ? null : this;
        var wide = same.Where(o => o.Inverted.Length == 0 && o.IsUnderWeaker(this)).ToList();
        var left = (
            from principal in Principals
            from action in Actions
            from resource in Resources
            where !wide.Any(o => o.Covers(principal, action, resource))
            select (principal, action, resource)).ToList();
        return left.Count == 0
            ? null
            : this with
            {
                Principals = [.. left.Select(l => l.principal).Distinct()],
                Actions = [.. left.Select(l => l.action).Distinct()],
                Resources = [.. left.Select(l => l.resource).Distinct()],
            };
    }

    /// <summary>For people.</summary>
    /// <returns>For example <c>s3:GetObject on arn:aws:s3:::shop/*</c>.</returns>
    public override string ToString()
    {
        var who = Principals is [""] ? "" : $" for {Listed(Principals)}";
        var where = Resources is [] || (Resources is ["*"] && Principals is not [""]) ? "" : $" on {Listed(Resources)}";
        var inverted = Inverted.Length > 0 ? $" except {Inverted}" : "";
        var conditions = Conditions.Count > 0 ? $" if {string.Join(" and ", Conditions)}" : "";
        return Subject.Plain($"{Listed(Actions)}{where}{who}{inverted}{conditions}");
    }

    private static string Listed(IReadOnlyList<string> values) => values.Count == 0 ? "anything" : string.Join(", ", values);

    private static PolicyStatement ReadOne(JsonObject statement)
    {
        // Whoever may use a thing may use what takes its place.
        var inverted = new JsonObject(Nots.Where(n => statement[n] is not null).Select(n => KeyValuePair.Create(n, statement[n]?.DeepClone())));
        return new PolicyStatement(
            Scalars.Text(statement["Effect"]) != "Deny",
            statement["Principal"] is null && statement["NotPrincipal"] is null ? [""] : [.. PrincipalsOf(statement["Principal"])],
            Scalars.Texts(statement["Action"]),
            statement["Resource"] is null && statement["NotResource"] is null ? ["*"] : [.. Scalars.Texts(statement["Resource"]).Select(Token.Stable)],
            [.. PolicyCondition.Read(statement["Condition"])],
            inverted.Count == 0 ? "" : inverted.ToJsonString());
    }

    private static IEnumerable<string> PrincipalsOf(JsonNode? principal) => principal is JsonObject map
        ? map.SelectMany(e => Scalars.Texts(e.Value).Select(v => e.Key == "AWS" && v == "*" ? "*" : $"{e.Key}:{Account(v)}"))
        : Scalars.Texts(principal);

    /// <summary>"You can use the account id or the root user's ARN": both mean the account.</summary>
    private static string Account(string principal) =>
        principal.EndsWith(":root", StringComparison.Ordinal) && principal.Split(':') is { Length: 6 } arn && arn[2] == "iam" ? arn[4] : principal;

    private bool IsAsWide(PolicyStatement other) =>
        IsUnderWeaker(other) && other.Principals.All(p => Principals.Any(o => Wildcard.Covers(o, p)))
        && other.Actions.All(a => Actions.Any(o => Wildcard.Covers(o, a, ignoreCase: true))) && other.Resources.All(r => Resources.Any(o => Wildcard.Covers(o, r)));

    private bool IsUnderWeaker(PolicyStatement other) => Conditions.All(own => other.Conditions.Any(own.IsImpliedBy));

    private bool Covers(string principal, string action, string resource) =>
        Principals.Any(p => Wildcard.Covers(p, principal)) && Actions.Any(a => Wildcard.Covers(a, action, ignoreCase: true))
        && Resources.Any(r => Wildcard.Covers(r, resource));
}
