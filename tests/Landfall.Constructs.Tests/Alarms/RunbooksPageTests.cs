using Landfall.Config.Alarms;
using Landfall.Constructs.Alarms;

namespace Landfall.Constructs.Tests.Alarms;

public class RunbooksPageTests
{
    [Fact]
    public void Page_Committed_IsCurrent() => GoldenFile.Verify("docs/alarms.md", RunbooksPage.Write());

    [Fact]
    public void All_Runbook_HasAnIdOfItsOwnAndSomethingToLookAtAndToDo()
    {
        Assert.Distinct(Runbooks.All.Select(runbook => runbook.Id));
        Assert.All(Runbooks.All, runbook =>
        {
            Assert.NotEmpty(runbook.Look);
            Assert.NotEmpty(runbook.Do);
            Assert.EndsWith(".", runbook.Means, StringComparison.Ordinal);
        });
    }
}
