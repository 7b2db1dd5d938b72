using System.Text.Json.Nodes;
using Landfall.Config.Pipelines;

namespace Landfall.Operations.Pipelines;

/// <summary>The jobs of a build server that is not AWS's, by tokens that it signs.</summary>
/// <param name="Host">The host that signs the tokens, with the path of its issuer.</param>
/// <param name="Audience">Whom the tokens are for.</param>
/// <param name="Change">The subjects that may read; <c>*</c> stands for any characters.</param>
/// <param name="Deploy">The subjects that may deploy.</param>
internal sealed record TokenTrust(string Host, string Audience, IReadOnlyList<string> Change, IReadOnlyList<string> Deploy) : IRoleTrust
{
    /// <summary>The template's parameter.</summary>
    public const string ProviderParameter = "Provider";

    /// <summary>Its value where the account does not know the build server yet.</summary>
    public const string Create = "create";

    /// <inheritdoc />
    public JsonObject Statement(RolePlace place, bool deploys) => new()
    {
        ["Effect"] = "Allow",
        ["Principal"] = new JsonObject { ["Federated"] = RoleTemplate.Sub($"arn:{place.Partition}:iam::{place.Account}:oidc-provider/{Host}") },
        ["Action"] = "sts:AssumeRoleWithWebIdentity",
        ["Condition"] = Condition(deploys ? Deploy : Change),
    };

    /// <inheritdoc />
    public void Complete(JsonObject template)
    {
        template["Parameters"] = new JsonObject
        {
            [ProviderParameter] = new JsonObject
            {
                ["Type"] = "String",
                ["AllowedValues"] = new JsonArray(Create, "existing"),
                ["Default"] = "existing",
                ["Description"] = $"Whether the account's entry for {Host} is made here; an account has one.",
            },
        };
        template["Conditions"] = new JsonObject { ["MakesProvider"] = new JsonObject { ["Fn::Equals"] = new JsonArray(new JsonObject { ["Ref"] = ProviderParameter }, Create) } };

        // It stays with the last of the stacks that use it.
        template["Resources"]!["OidcProvider"] = new JsonObject
        {
            ["Type"] = "AWS::IAM::OIDCProvider",
            ["Condition"] = "MakesProvider",
            ["DeletionPolicy"] = "Retain",
            ["UpdateReplacePolicy"] = "Retain",
            ["Properties"] = new JsonObject { ["Url"] = $"https://{Host}", ["ClientIdList"] = new JsonArray(Audience) },
        };
    }

    /// <summary>Subjects without a wildcard are compared as they stand.</summary>
    private JsonObject Condition(IReadOnlyList<string> subjects)
    {
        var condition = new JsonObject { ["StringEquals"] = new JsonObject { [$"{Host}:aud"] = Audience } };
        var list = new JsonArray([.. subjects.Select(subject => (JsonNode)subject)]);
        if (subjects.Any(subject => subject.Contains('*', StringComparison.Ordinal)))
            condition["StringLike"] = new JsonObject { [$"{Host}:sub"] = list };
        else
            condition["StringEquals"]![$"{Host}:sub"] = list;
        return condition;
    }
}
