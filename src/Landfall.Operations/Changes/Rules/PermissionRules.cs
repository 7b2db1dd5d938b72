using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Comparison;
using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Changes.Policies;

namespace Landfall.Operations.Changes.Rules;

/// <summary>Who may do what.</summary>
internal static class PermissionRules
{
    private const string Topic = "Permissions";
    private const string Trust = "AssumeRolePolicyDocument";

    /// <summary>The rules.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        new(Topic, "`uses`, or any policy, so that more actions, resources or principals are allowed or a condition is dropped", EffectKind.Permissions, "Somebody may do what they might not.",
            "IAM, Policy evaluation logic", [], Allowed),
        new(Topic, "A denial, removed or narrowed", EffectKind.Permissions, "What it forbade is open to whoever has a permission.",
            "IAM, Policy evaluation logic", [], Undenied),
        new(Topic, "A managed policy on a role", EffectKind.Permissions, "The role may do what that policy allows.",
            "IAM, Managed policies and inline policies", ["AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group"], Attached),
        new(Topic, "A permissions boundary, removed or another", EffectKind.Permissions, "The role's policies are no longer held within it.",
            "IAM, Permissions boundaries for IAM entities", ["AWS::IAM::Role", "AWS::IAM::User"], Boundary),
        new(Topic, "A function's permission", EffectKind.Permissions, "Somebody may call it.",
            "CloudFormation, AWS::Lambda::Permission", ["AWS::Lambda::Permission"], MayCall),
        new(Topic, "An address or a method that asks for no sign-in", EffectKind.Permissions, "Anyone may call it.",
            "AWS Lambda, Control access to Lambda function URLs; Amazon API Gateway, Control access to REST APIs", ["AWS::Lambda::Url", "AWS::ApiGateway::Method", "AWS::ApiGatewayV2::Route"], Anonymous),
    ];

    private static IEnumerable<Finding> Allowed(ComparedResource resource, EnvironmentComparison environment)
    {
        foreach (var finding in Widened(resource, resource.After?.Properties[Trust], resource.Before?.Properties[Trust], environment, "lets itself be assumed:"))
            yield return finding;
        foreach (var finding in Widened(resource, Rest(resource.After), Rest(resource.Before), environment, "allows:"))
            yield return finding;
    }

    private static IEnumerable<Finding> Widened(ComparedResource resource, JsonNode? after, JsonNode? before, EnvironmentComparison environment, string verb)
    {
        var earlier = PolicyStatement.In(before).ToList();
        if (verb == "allows:")
            earlier.AddRange(OfGrantees(resource, environment));
        foreach (var statement in PolicyStatement.In(after).Where(s => s.Allows))
        {
            if (statement.Without(earlier) is { } more)
                yield return new Finding($"The {Subject.Of(resource)} {verb} {more}.") { Harms = !IsAboutNew(resource, more, environment) };
        }
    }

    private static IEnumerable<Finding> Undenied(ComparedResource resource, EnvironmentComparison environment)
    {
        // What goes altogether denies nobody anything any more, and admits nobody either.
        if (resource.Before is null || (resource.After is null && !IsPolicyOfSomethingElse(resource, environment)))
            yield break;
        var left = PolicyStatement.In(resource.After?.Properties).ToList();
        foreach (var denial in PolicyStatement.In(resource.Before.Properties).Where(s => !s.Allows))
        {
            if (denial.Without(left) is { } open)
                yield return new Finding($"The {Subject.Of(resource)} no longer denies: {open}.");
        }
    }

    /// <summary>Whether a policy that is removed was on something that stays.</summary>
    private static bool IsPolicyOfSomethingElse(ComparedResource resource, EnvironmentComparison environment)
    {
        var owners = Owners(resource.Before!.Properties).ToList();
        return resource.Type.EndsWith("Policy", StringComparison.Ordinal)
            && owners.Count > 0 && !owners.All(o => environment.Resources.Any(r => r.Stack == o.Stack && r.LogicalId == o.LogicalId && r.Action is ResourceAction.Delete));
    }

    private static IEnumerable<PolicyStatement> OfGrantees(ComparedResource resource, EnvironmentComparison environment)
    {
        var running = environment.Running.Resources(resource.Stack).Values.Where(r => r.LogicalId != resource.LogicalId).ToList();
        var grantees = resource.Type == "AWS::IAM::Role"
            ? [Token.Of(resource.Stack, resource.LogicalId, null, null)]
            : Scalars.Texts(resource.Is("Roles")).Select(Token.Stable).ToList();

        // A policy on several roles gives each of them all: what one of them had already is no reason for the others.
        if (grantees is not [var grantee])
            return [];
        return running.Where(r => Scalars.Texts(r.Properties["Roles"]).Contains(grantee) || Token.Of(r.Stack, r.LogicalId, null, null) == grantee)
            .SelectMany(r => PolicyStatement.In(Rest(r)));
    }

    private static JsonObject? Rest(EvaluatedResource? resource) =>
        resource is null ? null : new JsonObject(resource.Properties.Where(p => p.Key != Trust).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));

    private static bool IsAboutNew(ComparedResource resource, PolicyStatement more, EnvironmentComparison environment)
    {
        var principals = more.Principals.SelectMany(Token.In).ToList();
        if (more.Principals is not [""] && principals.Count >= more.Principals.Count && principals.All(p => IsAdded(p, environment)))
            return true;
        if (resource.Action != ResourceAction.Add)
            return false;

        // A policy of its own belongs to what its other properties name; everything else is new itself.
        if (!resource.Type.EndsWith("Policy", StringComparison.Ordinal))
            return true;
        var owners = Owners(resource.After!.Properties).ToList();
        return owners.Count > 0
            ? owners.All(o => IsAdded(o, environment))
            : NamedOwners(resource.After.Properties).ToList() is { Count: > 0 } names && names.All(n => IsAddedName(n, environment));
    }

    /// <summary>What a policy is on where the template writes names and ARNs out.</summary>
    private static IEnumerable<string> NamedOwners(JsonObject properties) =>
        properties.Where(p => p.Value is not null && !PolicyDocuments.In(p.Value).Any() && p.Key is not ("PolicyName" or "ManagedPolicyName"))
            .SelectMany(p => Scalars.Texts(p.Value));

    private static bool IsAddedName(string name, EnvironmentComparison environment) =>
        environment.Resources.Where(r => r.Action == ResourceAction.Add)
            .Any(r => FixedNames.Of(r) is { } known && (name == known || name.EndsWith(":" + known, StringComparison.Ordinal) || name.EndsWith("/" + known, StringComparison.Ordinal)));

    private static IEnumerable<(string Stack, string LogicalId)> Owners(JsonObject properties) =>
        properties.Where(p => p.Value is not null && !PolicyDocuments.In(p.Value).Any()).SelectMany(p => Token.In(p.Value!.ToJsonString()));

    private static bool IsAdded((string Stack, string LogicalId) token, EnvironmentComparison environment) =>
        environment.Resources.Any(r => r.Action == ResourceAction.Add && r.Stack == token.Stack && r.LogicalId == token.LogicalId);

    private static IEnumerable<Finding> Attached(ComparedResource resource, EnvironmentComparison environment)
    {
        var more = Scalars.Texts(resource.Is("ManagedPolicyArns")).Except(Scalars.Texts(resource.Was("ManagedPolicyArns"))).ToList();
        if (more.Count > 0)
            yield return new Finding($"The {Subject.Of(resource)} may do what {Subject.Plain(string.Join(", ", more))} allows.") { Harms = resource.Action != ResourceAction.Add };
    }

    private static IEnumerable<Finding> Boundary(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action is ResourceAction.Modify or ResourceAction.Replace && resource.Was("PermissionsBoundary") is not null && resource.Differs("PermissionsBoundary"))
            yield return new Finding($"The {Subject.Of(resource)} is no longer held within {Subject.Plain(resource.WasText("PermissionsBoundary") ?? "its boundary")}.");
    }

    private static IEnumerable<Finding> MayCall(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.After is null || (resource.Action != ResourceAction.Add && !resource.Differs("Principal") && !resource.Differs("SourceArn") && !resource.Differs("SourceAccount") && !resource.Differs("Action")))
            yield break;
        var function = resource.IsText("FunctionName") ?? "";
        var source = resource.IsText("SourceArn") is { } arn ? $" from {arn}" : "";
        yield return new Finding(Subject.Plain($"{resource.IsText("Principal")} may {resource.IsText("Action")} {function}{source}."))
        {
            Harms = !(Token.In(function + resource.IsText("SourceArn")).Any(t => IsAdded(t, environment))),
        };
    }

    private static IEnumerable<Finding> Anonymous(ComparedResource resource, EnvironmentComparison environment)
    {
        foreach (var property in new[] { "AuthType", "AuthorizationType" })
        {
            if (resource.IsText(property) == "NONE" && resource.WasText(property) != "NONE")
                yield return new Finding($"Anyone may call the {Subject.Of(resource)}.") { Harms = resource.Action != ResourceAction.Add };
        }
    }
}
