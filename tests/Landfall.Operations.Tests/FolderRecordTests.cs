namespace Landfall.Operations.Tests;

public sealed class FolderRecordTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FolderRecordTests()
    {
        _folder.Write("manifest.json", "{ \"a\": 1 }");
        _folder.Write("asset.1/index with blanks.html", "<p>");
    }

    public static TheoryData<string, bool> Harms
    {
        get
        {
            var harms = new TheoryData<string, bool>();
            foreach (var harm in new[] { "gone", "empty", "cut", "longer", "folder", "list gone", "list empty", "list garbage", "list cut" })
            {
                harms.Add(harm, true);
                if (harm != "list cut")
                    harms.Add(harm, false);
            }

            return harms;
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void IsIntact_NothingHappened_IsTrue(bool contents)
    {
        FolderRecord.Write(_folder.Path, contents);

        Assert.True(FolderRecord.IsIntact(_folder.Path));
    }

    [Fact]
    public void IsIntact_MoreWasWritten_IsTrue()
    {
        FolderRecord.Write(_folder.Path, contents: true);
        _folder.Write(".cache/1.zip", "1");

        Assert.True(FolderRecord.IsIntact(_folder.Path));
    }

    [Theory]
    [MemberData(nameof(Harms))]
    public void IsIntact_Harmed_IsFalse(string harm, bool contents)
    {
        FolderRecord.Write(_folder.Path, contents);
        var file = Path.Combine(_folder.Path, harm.StartsWith("list", StringComparison.Ordinal) ? "landfall.files" : "manifest.json");

        Harm.Do(harm.Split(' ')[^1], file);

        Assert.False(FolderRecord.IsIntact(_folder.Path));
    }

    [Fact]
    public void IsIntact_OtherContentOfTheSameLength_IsFalseWhereContentsCount()
    {
        FolderRecord.Write(_folder.Path, contents: true);
        _folder.Write("manifest.json", "{ \"a\": 2 }");

        Assert.False(FolderRecord.IsIntact(_folder.Path));
    }

    [Fact]
    public void IsIntact_NoFolder_IsFalse() => Assert.False(FolderRecord.IsIntact(Path.Combine(_folder.Path, "nothing")));
}
