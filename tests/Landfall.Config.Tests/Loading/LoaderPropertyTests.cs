using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Loading;

public class LoaderPropertyTests
{
    [Fact]
    public void Load_RandomBytes_NeverThrows() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            TestLoad.Bytes(bytes);
            TestLoad.Bytes(bytes, "landfall.json");
        }).Check(PropertyRuns.Of(300));

    /// <summary>Text that is nearly right gets further than random bytes.</summary>
    [Fact]
    public void Load_ShopWithRandomEdits_NeverThrowsAndResolvesWhenAccepted()
    {
        var pieces = Gen.Elements("{", "}", "[", "]", ":", ": ", "- ", "&a ", "*a", "<<: ", "!", "|", ">", "'", "\"", "#", "\n", "  ", "\t", "${env:", "}", "null", "0", "x", "é", "");
        var edits = Gen.Choose(0, 100_000).Zip(Gen.Choose(0, 12)).Zip(pieces).ListOf();
        Prop.ForAll(edits.ToArbitrary(), list =>
        {
            var text = new StringBuilder(ShopFile.Yaml);
            foreach (var ((place, length), piece) in list.Take(4))
            {
                var start = place % text.Length;
                text.Remove(start, Math.Min(length, text.Length - start)).Insert(start, piece);
            }

            Exercise(text.ToString(), "landfall.yaml");
        }).Check(PropertyRuns.Of(400));
    }

    /// <summary>Whatever the loader accepts, the resolver resolves in every environment.</summary>
    [Fact]
    public void Load_FullFileWithLinesRemoved_NeverThrowsAndResolvesWhenAccepted()
    {
        var lines = FullFile.Json.Split('\n');
        Prop.ForAll(Gen.Choose(0, lines.Length - 1).ListOf().ToArbitrary(), removed =>
            Exercise(string.Join('\n', lines.Where((_, i) => !removed.Take(2).Contains(i))), "landfall.yaml"))
            .Check(PropertyRuns.Of(200));
    }

    private static void Exercise(string text, string name)
    {
        var loaded = TestLoad.Text(text, name);
        foreach (var environment in loaded.EnvironmentNames)
        {
            try
            {
                PlanResolver.Resolve(loaded.Config!, environment, null);
            }
            catch (LandfallException exception) when (exception.Code == ErrorCodes.ContextMissing)
            {
                // An imported network needs facts that these tests do not have.
            }
        }
    }
}
