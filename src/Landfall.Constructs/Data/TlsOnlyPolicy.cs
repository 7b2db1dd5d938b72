namespace Landfall.Constructs.Data;

/// <summary>A resource policy that refuses requests without TLS.</summary>
internal static class TlsOnlyPolicy
{
    /// <summary>Writes the policy.</summary>
    /// <param name="action">The actions that it covers.</param>
    /// <param name="resources">The resources that it covers.</param>
    /// <returns>The policy document.</returns>
    public static Dictionary<string, object> For(string action, params string[] resources) => new()
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new object[]
        {
            new Dictionary<string, object>
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
            },
        },
    };
}
