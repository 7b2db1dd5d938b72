using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Comparison;
using Landfall.Operations.Changes.Evaluation;

namespace Landfall.Operations.Changes.Rules;

/// <summary>User pools and their clients.</summary>
internal static class SignInRules
{
    private const string Topic = "Sign-in (`auth`)";

    private static readonly string[] Pool = ["AWS::Cognito::UserPool"];
    private static readonly string[] Client = ["AWS::Cognito::UserPoolClient"];

    /// <summary>The rules.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        new(Topic, "`signIn`: what people sign in with", null, "AWS refuses: it is given when the pool is made.",
            "Amazon Cognito, UpdateUserPool (it has no such parameter)", Pool, SignInNames),
        new(Topic, "The attributes of users, altered or removed", null, "AWS refuses: they can only be added.",
            "Amazon Cognito, User pool attributes", Pool, Attributes),
        new(Topic, "A second factor, no longer asked for", EffectKind.Permissions, "A password alone is enough.",
            "Amazon Cognito, Adding MFA to a user pool", Pool, SecondFactor),
        new(Topic, "A second factor, now demanded", EffectKind.Interrupts, "Users without one have to set it up before they can sign in.",
            "Amazon Cognito, Adding MFA to a user pool", Pool, DemandedFactor),
        new(Topic, "Sign-up, open to all", EffectKind.Permissions, "Anyone may make an account.",
            "CloudFormation, AWS::Cognito::UserPool, AdminCreateUserConfig", Pool, OpenSignUp),
        new(Topic, "A shorter or simpler password", EffectKind.Permissions, "Weaker passwords are accepted.",
            "CloudFormation, AWS::Cognito::UserPool, PasswordPolicy", Pool, WeakerPassword),
        new(Topic, "An address to return to, removed", EffectKind.Interrupts, "Sign-in from there is refused.",
            "CloudFormation, AWS::Cognito::UserPoolClient, CallbackURLs", Client, (r, _) => Lost(r, "CallbackURLs", "sign-in that returns to")),
        new(Topic, "An address to return to, a flow or a scope, added", EffectKind.Permissions, "Tokens are given in more ways than until now.",
            "CloudFormation, AWS::Cognito::UserPoolClient", Client, (r, e) => Gained(r, e, "CallbackURLs", "AllowedOAuthFlows", "AllowedOAuthScopes", "ExplicitAuthFlows")),
    ];

    private static IEnumerable<Finding> SignInNames(ComparedResource resource, EnvironmentComparison environment)
    {
        var changed = new[] { "UsernameAttributes", "AliasAttributes", "UsernameConfiguration" }.Where(resource.Differs).ToList();
        if (resource.Action == ResourceAction.Modify && changed.Count > 0)
            yield return new Finding($"What people sign in to the {Subject.Of(resource)} with ({string.Join(", ", changed)}) cannot be changed once it is there. Put 'auth.signIn' back; or take 'auth' out of the file, deploy, and put it back, which loses its users.");
    }

    private static IEnumerable<Finding> Attributes(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action != ResourceAction.Modify || !resource.Differs("Schema"))
            yield break;
        var after = (resource.Is("Schema") as JsonArray ?? []).ToLookup(a => Scalars.Text(a?["Name"]));
        foreach (var before in resource.Was("Schema") as JsonArray ?? [])
        {
            var name = Scalars.Text(before?["Name"]);
            if (after[name].FirstOrDefault() is not { } now || !JsonNode.DeepEquals(before, now))
                yield return new Finding($"The attribute '{name}' of the users of the {Subject.Of(resource)} cannot be altered or removed: attributes can only be added. Put it back as it was.");
        }
    }

    private static IEnumerable<Finding> SecondFactor(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action == ResourceAction.Modify && resource.Differs("MfaConfiguration") && Strength(resource.IsText("MfaConfiguration")) < Strength(resource.WasText("MfaConfiguration")))
            yield return new Finding($"The {Subject.Of(resource)} asks for a second factor {(resource.IsText("MfaConfiguration") == "OPTIONAL" ? "only of those who want it" : "of nobody")} any more.");
    }

    private static IEnumerable<Finding> DemandedFactor(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action == ResourceAction.Modify && resource.WasText("MfaConfiguration") != "ON" && resource.IsText("MfaConfiguration") == "ON")
            yield return new Finding($"Users of the {Subject.Of(resource)} who have no second factor have to set one up before they can sign in.");
    }

    private static int Strength(string? configuration) => configuration switch { "ON" => 2, "OPTIONAL" => 1, _ => 0 };

    private static IEnumerable<Finding> OpenSignUp(ComparedResource resource, EnvironmentComparison environment)
    {
        const string Closed = "AdminCreateUserConfig/AllowAdminCreateUserOnly";
        if (resource.Action == ResourceAction.Modify && resource.WasText(Closed) == "true" && resource.IsText(Closed) != "true")
            yield return new Finding($"Anyone may make an account in the {Subject.Of(resource)}.");
    }

    private static IEnumerable<Finding> WeakerPassword(ComparedResource resource, EnvironmentComparison environment)
    {
        const string Policy = "Policies/PasswordPolicy";
        if (resource.Action != ResourceAction.Modify || !resource.Differs(Policy))
            yield break;
        var shorter = (Scalars.Number(resource.Is(Policy + "/MinimumLength")) ?? 8) < (Scalars.Number(resource.Was(Policy + "/MinimumLength")) ?? 8);
        var simpler = new[] { "RequireLowercase", "RequireNumbers", "RequireSymbols", "RequireUppercase" }
            .Where(k => resource.WasText($"{Policy}/{k}") == "true" && resource.IsText($"{Policy}/{k}") != "true").ToList();
        if (shorter || simpler.Count > 0)
            yield return new Finding($"The {Subject.Of(resource)} accepts weaker passwords: {string.Join(", ", shorter ? simpler.Prepend("MinimumLength") : simpler)}.");
    }

    private static IEnumerable<Finding> Lost(ComparedResource resource, string property, string what)
    {
        if (resource.Action != ResourceAction.Modify)
            return [];
        return Scalars.Texts(resource.Was(property)).Except(Scalars.Texts(resource.Is(property)))
            .Select(url => new Finding($"The {Subject.Of(resource)} refuses {what} {Subject.Plain(url)}."));
    }

    private static IEnumerable<Finding> Gained(ComparedResource resource, EnvironmentComparison environment, params string[] properties)
    {
        if (resource.Action is not (ResourceAction.Modify or ResourceAction.Replace))
            yield break;
        foreach (var property in properties)
        {
            // The address of something that is made now is one of the system's own.
            foreach (var gained in Scalars.Texts(resource.Is(property)).Except(Scalars.Texts(resource.Was(property))).GroupBy(v => IsNew(v, environment)))
                yield return new Finding($"The {Subject.Of(resource)} gives tokens for {property} {Subject.Plain(string.Join(", ", gained))}, too.") { Harms = !gained.Key };
        }
    }

    private static bool IsNew(string value, EnvironmentComparison environment) =>
        Token.In(value).ToList() is { Count: > 0 } tokens
        && tokens.All(t => environment.Resources.Any(r => r.Stack == t.Stack && r.LogicalId == t.LogicalId && r.Action == ResourceAction.Add));
}
