using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Operations.Auditing;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Deployment;

public sealed class StackRecordTests : IDisposable
{
    private readonly StubAws _aws = new StubAws().On("GetTemplate", "<R><TemplateBody>{\"Resources\":{\"New\":{}}}</TemplateBody></R>");
    private readonly ChangeRecord _record = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task End_StacksOfAllOutcomes_AreKnownByTheirTemplates()
    {
        Begin("a-new", "b-updated", "c-gone", "d-same");

        await Stacks.EndAsync(
            [new("a-new", StackOutcome.Created, 1, 1), new("b-updated", StackOutcome.Updated, 1, 1), new("c-gone", StackOutcome.Deleted, 1, 1), new("d-same", StackOutcome.Unchanged, 1, 1), new("e-left", StackOutcome.LeftInPlace, 1, 1)],
            TestContext.Current.CancellationToken);

        Assert.Collection(
            _record.Subjects,
            one => Assert.True(one is { Name: "a-new", Before: null, After: not null }),
            one => Assert.True(one is { Name: "b-updated", Before: not null, After: not null } && one.Before != one.After),
            one => Assert.True(one is { Name: "c-gone", Before: not null, After: null }));
        Assert.Equal(_record.Subjects[0].After, _record.Subjects[1].After);
        Assert.Matches("^template [0-9a-f]{12}$", _record.Subjects[0].After);
    }

    [Fact]
    public async Task End_TemplateCannotBeRead_IsNoFailure()
    {
        _aws.Deny("GetTemplate", "cloudformation:GetTemplate");
        Begin("b-updated");

        await Stacks.EndAsync([new("b-updated", StackOutcome.Updated, 1, 1)], TestContext.Current.CancellationToken);

        Assert.Equal("template unknown", Assert.Single(_record.Subjects).After);
    }

    [Theory]
    [InlineData("UPDATE_ROLLBACK_COMPLETE", "NotReached", true)]
    [InlineData("UPDATE_ROLLBACK_COMPLETE", "Created", false)]
    [InlineData("UPDATE_ROLLBACK_FAILED", "NotReached", false)]
    public async Task Fail_OnlyWhereEveryTouchedStackIsAsBefore_IsRolledBack(string status, string outcome, bool rolledBack)
    {
        var other = Enum.Parse<StackOutcome>(outcome);
        Begin("b-updated", "z-other");

        await Stacks.FailAsync(
            new LandfallException(ErrorCodes.DeploymentFailed, "no")
            {
                Details = new FailedDeployment(
                    [new("b-updated", StackOutcome.Failed, 1, 1), new("z-other", other, 1, 1)], [new StackFailure("b-updated", "S", "T", "no") { StackStatus = status }], "", ""),
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(rolledBack, _record.IsRolledBack);
        var failed = _record.Subjects.Single(subject => subject.Name == "b-updated");
        Assert.Equal(rolledBack ? failed.Before : "failed", failed.After);
        Assert.Equal(other == StackOutcome.NotReached ? 1 : 2, _record.Subjects.Count);
    }

    private StackRecord Stacks => new(_record, _aws.Target.Regions);

    private void Begin(params string[] stacks) => Stacks.Begin(
        new Change("dev", "d", [.. stacks.Select(name => new StackChange(name, StackAction.Update, []))], [], []),
        [.. stacks.Where(name => name != "a-new").Select(Deployed)]);

    private static DeployedStack Deployed(string name) => new(
        new Stack(name, "arn", "CREATE_COMPLETE", null, DateTimeOffset.UnixEpoch, false, new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, string>()),
        JsonNode.Parse("""{"Resources":{}}""")!.AsObject());
}
