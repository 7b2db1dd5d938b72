using System.Text.Json.Nodes;
using Landfall.Cli.Terminal;
using Landfall.Operations.Importing;

namespace Landfall.Cli.Tests.Terminal;

public sealed class ImportRenderingTests
{
    private static readonly Imported Same = new("shop", "dev", "books", "table", "old-books", "shop-dev-data", "BooksExistingTable", [], [], DryRun: false);

    [Fact]
    public void Render_AsTheFileSays_SaysThatNothingChanges()
    {
        var screen = new CapturedScreen(200);

        ImportRendering.Render(screen.Screen, Same);

        Assert.Equal(
            """
            'shop-dev-data' has the table old-books now, as it was, with what it holds. It stays when it leaves the file or the stack goes.
            It is as the file says: the next deployment changes nothing of it.

            """,
            screen.Talk);
    }

    [Fact]
    public void Render_Differences_HaveBothValues()
    {
        var screen = new CapturedScreen(200);

        ImportRendering.Render(screen.Screen, Same with
        {
            DryRun = true,
            Differences = [new("A/B", JsonValue.Create("false"), JsonValue.Create("true")), new("C", null, new JsonArray("x")), new("D", JsonValue.Create("1"), null)],
            Effects = ["Items are deleted."],
        });

        Assert.Equal("  A/B: false → true\n  C: nothing → [\"x\"]\n  D: 1 → nothing\n", screen.Data);
        Assert.Contains("would be taken into 'shop-dev-data' as BooksExistingTable", screen.Talk, StringComparison.Ordinal);
        Assert.Contains("  Items are deleted.\n", screen.Talk, StringComparison.Ordinal);
    }
}
