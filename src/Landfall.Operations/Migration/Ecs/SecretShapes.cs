using System.Text.RegularExpressions;

namespace Landfall.Operations.Migration.Ecs;

/// <summary>Values that are secrets whatever they are called.</summary>
internal static partial class SecretShapes
{
    /// <summary>Keys of AWS, Stripe, Slack and GitHub, and private keys.</summary>
    [GeneratedRegex(@"AKIA[0-9A-Z]{16}|\b[sr]k_live_\w{10}|\bxox[abprs]-|\bgh[pousr]_\w{20}|-----BEGIN [A-Z ]*PRIVATE KEY")]
    public static partial Regex Value();
}
