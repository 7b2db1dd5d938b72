using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Documents.Writing;

namespace Landfall.Operations.Documents.Chapters;

/// <summary>What every role of the templates may do, in words.</summary>
internal static class PermissionsChapter
{
    private static readonly string[] Principals = ["AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group"];

    /// <summary>Writes the chapter.</summary>
    /// <param name="environment">The environment.</param>
    /// <returns>The chapter.</returns>
    public static Chapter Of(DocumentedEnvironment environment)
    {
        var roles = environment.Resources.All.Where(resource => Principals.Contains(resource.Type)).ToList();
        return new Chapter("permissions", "Permissions", [
            new Paragraph("What each role may do, by the templates. 'Reads' are actions that look, 'changes' are all others. What stands nowhere is not allowed."),
            .. roles.SelectMany(role => Role(environment, role)),
        ]);
    }

    private static IEnumerable<Block> Role(DocumentedEnvironment environment, EvaluatedResource role)
    {
        yield return new Subheading($"{role.LogicalId} of {role.Stack}");
        var about = Words.Text(role.Properties["Description"]);
        var takers = Statements(role.Properties["AssumeRolePolicyDocument"]).SelectMany(statement => StatementWords.Principals(statement["Principal"])).Distinct().ToList();
        yield return new Paragraph($"{(about is null ? "" : $"{about}. ")}{(role.Type == Principals[0] ? $"Taken by {(takers.Count > 0 ? string.Join(", ", takers) : "nobody")}." : $"{Words.Type(role.Type)}.")}");
        List<IReadOnlyList<Phrase>> rows =
        [
            .. Policies(environment, role).SelectMany(Statements).Select(statement => (IReadOnlyList<Phrase>)
                [StatementWords.May(statement), StatementWords.On(environment, statement), StatementWords.When(statement)]),
            .. Words.Each(role.Properties["ManagedPolicyArns"]).Select(policy => (IReadOnlyList<Phrase>)
                [$"what the policy {ResourceWords.Of(environment, policy)} allows", "", ""]),
        ];
        yield return rows.Count > 0 ? new Grid(["May", "On", "Only when"], rows) : new Paragraph("It may do nothing.");
    }

    private static IEnumerable<JsonNode?> Policies(DocumentedEnvironment environment, EvaluatedResource role)
    {
        foreach (var policy in Words.Each(role.Properties["Policies"]))
            yield return policy["PolicyDocument"];
        foreach (var policy in environment.Resources.All.Where(resource => resource.Type is "AWS::IAM::Policy" or "AWS::IAM::ManagedPolicy" or "AWS::IAM::RolePolicy" or "AWS::IAM::UserPolicy" or "AWS::IAM::GroupPolicy"))
        {
            string[] keys = ["Roles", "Users", "Groups", "RoleName", "UserName", "GroupName"];
            if (keys.SelectMany(key => Words.Each(policy.Properties[key])).Any(one => Words.Text(one) is { } value && IsOf(role, value)))
                yield return policy.Properties["PolicyDocument"];
        }
    }

    private static bool IsOf(EvaluatedResource role, string value) =>
        Token.In(value).Contains((role.Stack, role.LogicalId)) || (Words.Text(role.Properties["RoleName"]) ?? Words.Text(role.Properties["UserName"]) ?? Words.Text(role.Properties["GroupName"])) == value;

    private static IEnumerable<JsonNode> Statements(JsonNode? policy) => Words.Each(policy?["Statement"]);
}
