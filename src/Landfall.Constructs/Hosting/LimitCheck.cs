using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Config.Limits;
using Landfall.Config.Plan;

namespace Landfall.Constructs.Hosting;

/// <summary>
/// Refuses templates that AWS would refuse for their size or a name in them: what <c>validate</c> finds in the file, a patch
/// or a host of one's own may bring back.
/// </summary>
internal static class LimitCheck
{
    private const string Ending = ".template.json";

    /// <summary>Checks a cloud assembly.</summary>
    /// <param name="plan">What it was made from.</param>
    /// <param name="folder">The assembly's folder.</param>
    /// <exception cref="LandfallException">A template is outside of a limit.</exception>
    public static void Check(AppPlan plan, string folder)
    {
        var templates = Directory.GetFiles(folder, $"*{Ending}").Order(StringComparer.Ordinal).ToDictionary(
            file => Path.GetFileName(file)[..^Ending.Length],
            file => JsonNode.Parse(File.ReadAllText(file))!,
            StringComparer.Ordinal);
        var breaches = TemplateLimits.Breaches(templates, adjustable: false, new AccountQuotas(plan.Quotas));
        if (breaches.Count > 0)
        {
            throw new LandfallException(ErrorCodes.TemplateLimit, string.Join(Environment.NewLine, breaches));
        }
    }
}
