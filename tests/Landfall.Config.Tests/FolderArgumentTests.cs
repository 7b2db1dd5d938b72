namespace Landfall.Config.Tests;

public class FolderArgumentTests
{
    [Theory]
    [InlineData("./shop", "./shop")]
    [InlineData("/my shop", "\"/my shop\"")]
    public void Of_Folder_IsOneArgument(string folder, string expected) => Assert.Equal(expected, FolderArgument.Of(folder));
}
