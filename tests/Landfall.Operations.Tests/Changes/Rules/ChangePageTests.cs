using Landfall.Operations.Changes.Rules;

namespace Landfall.Operations.Tests.Changes.Rules;

public class ChangePageTests
{
    [Fact]
    public void Write_Rules_GivesTheCommittedPage() => GoldenFile.Verify("docs/changes.md", ChangePage.Write());
}
