using Landfall.Config.Schema;

namespace Landfall.Config.Tests.Schema;

public class FileReferenceTests
{
    [Fact]
    public void Write_ModelUnchanged_IsTheCommittedReference() =>
        GoldenFile.Verify(Path.Combine(GoldenFile.Repository, "docs/file-reference.md"), FileReference.Write());
}
