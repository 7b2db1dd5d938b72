using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Operations.Changes;
using Landfall.Operations.Pipelines.PullRequests;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Pipelines.PullRequests;

public sealed class ReportedChangesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Read_WhatDiffHasWritten_IsTheSame()
    {
        var file = Path.Combine(_folder.Path, "change.json");
        var change = Removal();
        await ChangeFile.WriteAsync(file, change, TestContext.Current.CancellationToken);

        Assert.Equal(ChangeText.Verbose(change), ChangeText.Verbose(Assert.Single(ReportedChanges.Read([file]))));
    }

    public static TheoryData<string> Gone { get; } = ["stacks", "effects", "refused", "digest", "environment"];

    [Theory]
    [MemberData(nameof(Gone))]
    public async Task Read_ChangeWithoutAPart_IsRefused(string part)
    {
        var json = await JsonAsync();
        json[part] = null;

        Refused(json.ToJsonString());
    }

    [Fact]
    public async Task Read_PartsThatDoNotFitEachOther_AreRefused()
    {
        var (unknown, twice, kind, stack) = (await JsonAsync(), await JsonAsync(), await JsonAsync(), await JsonAsync());
        unknown["stacks"]![0]!["resources"]![0]!["effects"] = new JsonArray("no such effect");
        twice["effects"]!.AsArray().Add(twice["effects"]![0]!.DeepClone());
        kind["effects"]![0]!["kind"] = 99;
        stack["stacks"]!.AsArray().Add(null);

        Assert.All([unknown, twice, kind, stack], json => Refused(json.ToJsonString()));
        Refused("[]");
        Refused("not JSON");
    }

    [Fact]
    public void Read_NoFile_IsRefusedWithItsName()
    {
        var e = Assert.Throws<LandfallException>(() => ReportedChanges.Read([Path.Combine(_folder.Path, "none.json")]));

        Assert.Equal(ErrorCodes.ChangeFileUnreadable, e.Code);
        Assert.Contains("none.json", e.Message, StringComparison.Ordinal);
    }

    private async Task<JsonNode> JsonAsync()
    {
        var file = Path.Combine(_folder.Path, "change.json");
        await ChangeFile.WriteAsync(file, Removal(), TestContext.Current.CancellationToken);
        return JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!;
    }

    private void Refused(string json)
    {
        var file = Path.Combine(_folder.Path, "wrong.json");
        File.WriteAllText(file, json);
        Assert.Equal(ErrorCodes.ChangeFileUnreadable, Assert.Throws<LandfallException>(() => ReportedChanges.Read([file])).Code);
    }

    private static Change Removal()
    {
        var wanted = Environments.Golden("shop/dev");
        return ChangeFinder.Find("dev", Environments.Deployed(wanted), [], [.. wanted.Select(s => s.Name)]);
    }
}
