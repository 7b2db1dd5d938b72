using Landfall.Config;
using Landfall.Config.Plan;

namespace Landfall.Operations.Tests.Deployment;

/// <summary>An environment with one service and nothing out of the ordinary.</summary>
internal static class PlainPlan
{
    public static AppPlan Create()
    {
        using var folder = new TemporaryFolder();
        folder.Write("landfall.yaml", "app: shop\nregion: eu-west-1\nenvironments: { dev: {} }\nservices: { api: { type: web, image: n } }\n");
        return PlanResolver.Resolve(ConfigLoader.Load(folder.Path, _ => null).Config!, "dev", null);
    }
}
