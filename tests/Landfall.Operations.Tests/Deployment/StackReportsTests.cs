using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Deployment;

public sealed class StackReportsTests
{
    // Text, because the outcomes are not public.
    [Theory]
    [InlineData("Created", "Updated", "Created")]
    [InlineData("Created", "Unchanged", "Created")]
    [InlineData("Updated", "Unchanged", "Updated")]
    [InlineData("Updated", "NotReached", "Updated")]
    [InlineData("Unchanged", "Updated", "Updated")]
    [InlineData("Unchanged", "NotReached", "NotReached")]
    [InlineData("Created", "Failed", "Failed")]
    [InlineData("Updated", "Deleted", "Deleted")]
    public void Add_StackOfAnEarlierRun_IsToldOnceByWhatWasDoneToIt(string first, string last, string expected)
    {
        var reports = new StackReports();

        reports.Add([new StackReport("data", Enum.Parse<StackOutcome>(first), 4, 2.5)]);
        reports.Add([new StackReport("data", Enum.Parse<StackOutcome>(last), 3, 1.5)]);

        var report = Assert.Single(reports.All);
        Assert.Equal((expected, 3, 4), (report.Outcome.ToString(), report.Resources, report.Seconds));
    }

    [Fact]
    public void Add_StackThatLeftSomethingInEachRun_ListsAllOfItInTheOrderOfTheFirstRun()
    {
        var (files, orders) = (new OwnedResource("data", "AWS::S3::Bucket", "files"), new OwnedResource("data", "AWS::DynamoDB::Table", "orders"));
        var reports = new StackReports();

        reports.Add([new StackReport("data", StackOutcome.Updated, 4, 1) { Left = [files] }, new StackReport("api", StackOutcome.Updated, 2, 1)]);
        reports.Add([new StackReport("data", StackOutcome.Updated, 4, 1) { Left = [orders] }]);

        Assert.Equal(["data", "api"], reports.All.Select(r => r.Stack));
        Assert.Equal([files, orders], reports.All[0].Left);
    }
}
