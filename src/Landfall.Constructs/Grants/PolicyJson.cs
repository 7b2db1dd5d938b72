namespace Landfall.Constructs.Grants;

/// <summary>IAM policy documents as plain data: no call into the CDK is needed to build one.</summary>
internal static class PolicyJson
{
    public static Dictionary<string, object> Of(IEnumerable<Statement> statements) => new()
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = statements.Select(object (statement) => statement.ToJson()).ToArray(),
    };

    /// <summary>Lets an AWS service assume a role, as AWS's page of such a role has it where a condition is not documented.</summary>
    public static Dictionary<string, object> PlainTrust(string service) => Of([new Statement(["sts:AssumeRole"], [], service)]);

    /// <summary>Lets an AWS service assume a role, and only on behalf of this account.</summary>
    public static Dictionary<string, object> Trust(string service, string account) => Of(
    [
        new Statement(["sts:AssumeRole"], [], service, new Dictionary<string, object>
        {
            ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceAccount"] = account },
        }),
    ]);
}
