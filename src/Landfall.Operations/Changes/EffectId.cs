using System.Security.Cryptography;
using System.Text;
using Landfall.Config.Values;
using Landfall.Operations.Changes.Comparison;

namespace Landfall.Operations.Changes;

/// <summary>Names effects so that nobody agrees to one that they have not seen.</summary>
internal static class EffectId
{
    // Enough that two texts of one resource and kind do not meet by chance, and few enough to type.
    private const int Digits = 6;

    /// <summary>Names an effect.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="text">What it says.</param>
    /// <returns>For example <c>shop-dev-data/OrdersCluster/losesData/3f9a1c</c>.</returns>
    public static string Of(ComparedResource resource, EffectKind kind, string text) => Of(resource.Stack, resource.LogicalId, kind, text);

    /// <summary>Names an effect.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="logicalId">The resource.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="text">What it says.</param>
    /// <returns>The name.</returns>
    public static string Of(string stack, string logicalId, EffectKind kind, string text)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];
        return $"{stack}/{logicalId}/{EnumWord.Of(kind)}/{hash}";
    }
}
