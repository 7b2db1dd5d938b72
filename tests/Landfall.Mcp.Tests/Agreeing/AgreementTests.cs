using Landfall.Operations;
using Landfall.Operations.Changes;
using ModelContextProtocol.Protocol;

namespace Landfall.Mcp.Tests.Agreeing;

public sealed class AgreementTests
{
    private readonly ProbeOperation<DryParameters> _paint = new("paint", OperationEffect.Changes, (p, _) => Task.FromResult(new Noted(p.What, p.DryRun)));
    private readonly List<string> _asked = [];

    [Theory]
    [InlineData("2025-06-18")]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    public async Task Call_PersonAgrees_RunsOnceAfterTheyHaveSeenTheDryRun(string revision)
    {
        using var folder = new TemporaryFolder();
        await using var connection = await OpenAsync(folder, Answers.Yes, revision);

        var result = await connection.CallAsync("paint", ("what", "red"));

        Assert.Equal(revision, connection.Client.NegotiatedProtocolVersion);
        Assert.NotEqual(true, result.IsError);
        Assert.Equal("""{"what":"red","dryRun":false}""", result.Text());
        Assert.Equal([true, false], _paint.Runs.Select(run => run.Parameters.DryRun));
        Assert.True(_paint.Runs[1].Agreed.Yes);
        Assert.False(_paint.Runs[0].Agreed.Yes);
        Assert.Equal("""
            The assistant wants to run 'paint' with {"what":"red"}
            Do something.
              what: red
              dryRun: true
            """, Assert.Single(_asked));
    }

    [Theory]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    public async Task Call_PersonDeclines_DoesNothingAndSaysSo(string revision)
    {
        using var folder = new TemporaryFolder();
        await using var connection = await OpenAsync(folder, Answers.No, revision);

        Assert.Equal("LF6004", (await connection.CallAsync("paint", ("what", "red"))).ErrorCode());
        Assert.All(_paint.Runs, run => Assert.True(run.Parameters.DryRun));
    }

    public static TheoryData<string> HalfAnswers => ["""{}""", "false", "\"true\"", "null"];

    [Theory]
    [MemberData(nameof(HalfAnswers))]
    public async Task Call_AcceptedWithoutTheTick_DoesNothing(string agree)
    {
        using var folder = new TemporaryFolder();
        await using var connection = await OpenAsync(folder, Answers.Accept("agree", agree));

        Assert.Equal("LF6004", (await connection.CallAsync("paint", ("what", "red"))).ErrorCode());
        Assert.All(_paint.Runs, run => Assert.True(run.Parameters.DryRun));
    }

    [Fact]
    public async Task Call_AgreedToOnce_AsksAgainTheNextTime()
    {
        using var folder = new TemporaryFolder();
        await using var connection = await OpenAsync(folder, Answers.Yes);

        await connection.CallAsync("paint", ("what", "red"));
        await connection.CallAsync("paint", ("what", "red"));

        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task Call_ClientThatCannotAsk_RefusesWithTheRemedy()
    {
        using var folder = new TemporaryFolder();
        await using var connection = await Connection.OpenAsync(Connection.Settings(folder.Path, write: true, operations: _paint));

        var result = await connection.CallAsync("paint", ("what", "red"));

        Assert.Equal("LF6003", result.ErrorCode());
        Assert.Contains("'landfall paint' in a terminal", result.Text(), StringComparison.Ordinal);
        Assert.Empty(_paint.Runs);
    }

    [Fact]
    public async Task Call_DryRun_AsksNobody()
    {
        using var folder = new TemporaryFolder();
        await using var connection = await OpenAsync(folder, Answers.No);

        Assert.Equal("""{"what":"red","dryRun":true}""", (await connection.CallAsync("paint", ("what", "red"), ("dryRun", true))).Text());
        Assert.Empty(_asked);
        Assert.False(Assert.Single(_paint.Runs).Agreed.Yes);
    }

    [Fact]
    public async Task Call_HarmfulChange_HasTheEnvironmentTypedAndAcceptsItsDigestAlone()
    {
        using var folder = new TemporaryFolder();
        var harm = new Effect("api/Service/lost", EffectKind.LosesData, Certainty.Certain, Harmful: true, "orders", "The table orders is deleted with what is in it.", Amount: "3 GB");
        var wipe = new ProbeOperation<DryParameters>("wipe", OperationEffect.Destroys, (p, _) => Task.FromResult(new Noted(p.What)))
        {
            Preview = new Change("prod", "0123abcd", [], [harm], []),
        };
        var typed = "\"dev\"";
        await using var connection = await Connection.OpenAsync(Connection.Settings(folder.Path, write: true, operations: wipe), answer: asked =>
        {
            _asked.Add(asked!.Message);
            return Answers.Accept("word", typed);
        });

        Assert.Equal("LF6004", (await connection.CallAsync("wipe", ("what", "it"))).ErrorCode());
        Assert.Empty(wipe.Runs);
        typed = "\"prod\"";
        Assert.NotEqual(true, (await connection.CallAsync("wipe", ("what", "it"))).IsError);

        Assert.Contains("HARM: The table orders is deleted with what is in it. (3 GB)", _asked[0], StringComparison.Ordinal);
        Assert.Equal(["0123abcd"], Assert.Single(wipe.Runs).Agreed.Accept);
        Assert.Equal(new Caller("ada@laptop", "mcp, tester"), wipe.Runs[0].Caller);
    }

    [Fact]
    public async Task Call_ArgumentsThatTurnTheText_AreShownAsTheyAre()
    {
        using var folder = new TemporaryFolder();
        await using var connection = await OpenAsync(folder, Answers.No);

        await connection.CallAsync("paint", ("what", "\u202Eevil\u0007"));

        Assert.DoesNotContain(Assert.Single(_asked), sign => sign is '\u202E' or '\u0007');
        Assert.Contains("\\u202e", _asked[0], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Call_MoreThanAPersonReads_IsRefusedBeforeAnybodyIsAsked()
    {
        using var folder = new TemporaryFolder();
        await using var connection = await OpenAsync(folder, Answers.Yes);

        Assert.Equal("LF6002", (await connection.CallAsync("paint", ("what", new string('x', 5000)))).ErrorCode());
        Assert.Empty(_asked);
    }

    private Task<Connection> OpenAsync(TemporaryFolder folder, ElicitResult answer, string? revision = null) =>
        Connection.OpenAsync(Connection.Settings(folder.Path, write: true, operations: _paint), revision, asked =>
        {
            _asked.Add(asked!.Message);
            return answer;
        });
}
