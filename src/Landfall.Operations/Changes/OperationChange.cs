using System.Security.Cryptography;
using System.Text.Json;

namespace Landfall.Operations.Changes;

/// <summary>What an operation without a deployment does to one service, as a change that can be judged and agreed to.</summary>
internal static class OperationChange
{
    /// <summary>Describes it.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="operation">What is done: <c>restart</c>.</param>
    /// <param name="stack">The service's stack.</param>
    /// <param name="service">The service, as the file calls it.</param>
    /// <param name="now">What runs: whatever is not to change unnoticed between the agreement and the deed.</param>
    /// <param name="wanted">What is wanted.</param>
    /// <param name="does">What that does; null where it is so already.</param>
    /// <returns>The change, whose digest differs as soon as what runs or what is wanted does.</returns>
    public static Change Of(string environment, string operation, string stack, string service, string now, string wanted, (EffectKind Kind, bool Harmful, string Text)? does)
    {
        // Each part without line breaks of its own, so that no two changes are written alike.
        var text = string.Join('\n', new[] { environment, operation, stack, now, wanted }.Select(part => JsonEncodedText.Encode(part).ToString()));
        var digest = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
        return new Change(
            environment,
            digest,
            [],
            does is not { } effect ? [] : [new Effect(EffectId.Of(stack, operation, effect.Kind, effect.Text), effect.Kind, Certainty.Certain, effect.Harmful, service, effect.Text)],
            []);
    }
}
