using Landfall.Config;
using Landfall.Operations.Sessions.Copying;

namespace Landfall.Operations.Tests.Sessions.Copying;

public class CopyRouteTests
{
    [Theory]
    [InlineData("api:/tmp/a", "b", "api", "/tmp/a", "b", false)]
    [InlineData("b", "api:tmp/a:b", "api", "tmp/a:b", "b", true)]
    [InlineData("./a:b", "api:x", "api", "x", "./a:b", true)]
    [InlineData("dir/a:b", "api:x", "api", "x", "dir/a:b", true)]
    [InlineData("a:/x", "b", "a", "/x", "b", false)]
    public void Of_OneEndInAContainer_IsThatWay(string source, string target, string service, string inside, string outside, bool up) =>
        Assert.Equal(new CopyRoute(service, inside, outside, up), CopyRoute.Of(source, target));

    [Theory]
    [InlineData("a", "b", "Neither 'a' nor 'b' is in a container. Write that end as 'service:path'")]
    [InlineData(":a", "b", "Neither ':a' nor 'b' is in a container.")]
    [InlineData("api:/a", "web:/b", "Both 'api:/a' and 'web:/b' are in containers.")]
    [InlineData("api:", "b", "'api:' has no path. Write 'service:path', for example 'api:/tmp/'.")]
    public void Of_AnythingElse_SaysWhatToWrite(string source, string target, string message)
    {
        var error = Assert.Throws<LandfallException>(() => CopyRoute.Of(source, target));

        Assert.Equal(ErrorCodes.CopyRoute, error.Code);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}
