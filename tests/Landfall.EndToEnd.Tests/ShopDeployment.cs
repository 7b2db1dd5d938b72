using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>The shop's dev environment, deployed once for all tests that only look.</summary>
public sealed class ShopDeployment : IAsyncLifetime
{
    public LocalCloud Cloud { get; } = new();

    public string Folder { get; private set; } = "";

    public JsonNode Report { get; private set; } = new JsonObject();

    public async ValueTask InitializeAsync()
    {
        await Cloud.InitializeAsync();
        Folder = Cloud.CopySample("shop");
        Report = await Cloud.DeployAsync(Folder, "dev");
    }

    public ValueTask DisposeAsync() => Cloud.DisposeAsync();
}
