namespace Landfall.Constructs.Grants;

/// <summary>A resource policy that refuses requests without TLS.</summary>
internal static class TlsOnlyPolicy
{
    /// <summary>Writes the policy.</summary>
    /// <param name="action">The actions that are refused without TLS.</param>
    /// <param name="resources">The resources that it covers.</param>
    /// <param name="allowed">What the policy allows besides.</param>
    /// <returns>The policy document.</returns>
    public static Dictionary<string, object> For(string action, string[] resources, params Statement[] allowed)
    {
        var refused = new Dictionary<string, object>
        {
            ["Sid"] = "TlsOnly",
            ["Effect"] = "Deny",
            ["Principal"] = new Dictionary<string, object> { ["AWS"] = "*" },
            ["Action"] = action,
            ["Resource"] = resources.Length == 1 ? resources[0] : resources,
            ["Condition"] = new Dictionary<string, object>
            {
                ["Bool"] = new Dictionary<string, object> { ["aws:SecureTransport"] = "false" },
            },
        };
        return new Dictionary<string, object>
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = allowed.Select(object (statement) => statement.ToJson()).Prepend(refused).ToArray(),
        };
    }
}
