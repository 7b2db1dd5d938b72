using System.Diagnostics;
using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Config.Regions;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Regions;

/// <summary>
/// Every sample, and a file with everything, in regions of every kind: what a region has not is refused, and what is
/// accepted gives templates that CloudFormation's schemas of that region allow.
/// </summary>
public sealed class RegionalTemplateTests(RegionalTemplates templates) : IClassFixture<RegionalTemplates>
{
    [Fact]
    public void Validate_WhatARegionDoesNotHave_IsRefusedForThatReasonOnly() =>
        Assert.All(templates.Refused, refused => Assert.True(
            refused.Codes.All(code => code == ErrorCodes.NotInRegion) && refused.Codes.Count > 0 == refused.Changed,
            $"{refused.File} in {refused.Region}: {string.Join(", ", refused.Codes)}"));

    [Theory]
    [InlineData("shop", "cn-north-1", true)]
    [InlineData("shop", "us-gov-west-1", true)]
    [InlineData("shop", "ap-northeast-1", false)]
    [InlineData("ecs-devops", "cn-northwest-1", false)]
    [InlineData("ecs-devops", "us-gov-west-1", false)]
    [InlineData("flink-monitor", "cn-northwest-1", true)]
    [InlineData("django", "eu-central-1", false)]
    [InlineData("node-pipeline", "ap-northeast-1", false)]
    public void Validate_SampleInARegion_IsRefusedWhereItCannotBe(string file, string region, bool refused) =>
        Assert.Equal(refused, templates.Refused.Single(r => r.File == file && r.Region == region).Codes.Count > 0);

    [Fact]
    public void Synth_AnyRegion_WritesNoTypeOrPropertyThatItLacks()
    {
        var table = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src/Landfall.Config/Regions/region-capabilities.json")))!["regions"]!;

        Assert.All(templates.Resources, resource =>
        {
            var region = table[resource.Region]!;
            Assert.DoesNotContain(resource.Type, Strings(region["missingTypes"]));
            Assert.Empty(Strings(region["missingProperties"]?[resource.Type]).Intersect(resource.Properties));

            // What an item has to have is needed where there are items.
            var needed = Strings(region["neededProperties"]?[resource.Type])
                .Where(path => path.IndexOf("/*/", StringComparison.Ordinal) is var list && (list < 0 || resource.Properties.Any(written => written.StartsWith(path[..(list + 1)], StringComparison.Ordinal))));
            Assert.Empty(needed.Except(resource.Properties));
        });
    }

    [Fact]
    public void Synth_AnyRegion_WritesTypesOfTheTable()
    {
        var types = Strings(JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src/Landfall.Config/Regions/region-capabilities.json")))!["types"]);

        Assert.Empty(templates.Resources.Select(resource => resource.Type).Where(type => type.StartsWith("AWS::", StringComparison.Ordinal)).Distinct().Except(types));
    }

    [Fact]
    public void Synth_AnyRegion_WritesArnsAndNamesOfItsPartition() =>
        Assert.All(templates.Texts, written =>
        {
            var region = RegionTable.Of(written.Region);
            Assert.True(region.Partition == "aws" || !written.Text.Contains("arn:aws:", StringComparison.Ordinal), $"{written.Region}/{written.Stack} writes arn:aws: out.");
            Assert.True(
                region.DnsSuffix == "amazonaws.com" || !written.Text.Contains($"{written.Region}.amazonaws.com/", StringComparison.Ordinal),
                $"{written.Region}/{written.Stack} writes another partition's addresses.");
        });

    [Fact]
    public void Lint_EveryRegion_FindsNothing()
    {
        var python = Environment.GetEnvironmentVariable("LANDFALL_PYTHON") ?? "python3";
        Assert.SkipUnless(Run(python, "-c", "import cfnlint").ExitCode == 0, "This machine's python has no cfn-lint.");

        var lint = Run(python, Path.Combine(Repository.Root, "tests/Landfall.Constructs.Tests/Regions/lint.py"), templates.Folder);

        Assert.True(lint.ExitCode == 0, lint.Output);
    }

    private static IEnumerable<string> Strings(JsonNode? list) => list?.AsArray().Select(item => (string)item!) ?? [];

    private static (int ExitCode, string Output) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, process.ExitCode == 0 ? output : output + error.Result);
    }
}
