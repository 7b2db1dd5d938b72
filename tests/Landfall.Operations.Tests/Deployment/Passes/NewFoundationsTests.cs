using Landfall.Operations.Deployment.Passes;
using static Landfall.Operations.Tests.Deployment.Passes.Cloud;

namespace Landfall.Operations.Tests.Deployment.Passes;

public sealed class NewFoundationsTests
{
    private const string Logs = """Logs: { "Type": "AWS::Logs::LogGroup", "Properties": { "LogGroupName": "/shop/dev/api" } }""";

    [Fact]
    public void Of_LogGroupOfANewServiceIsNotThereYet_NamesTheStackThatHasIt()
    {
        var api = Wanted("api", Task(":log-group:/shop/dev/api:*"), "network");

        var missing = NewFoundations.Of([Deployed("network", "")], [Wanted("network", Logs), api], [api]);

        Assert.Equal("shop-dev-network", Assert.Single(missing).Name);
    }

    [Fact]
    public void Of_EverythingIsThere_FindsNothing()
    {
        var api = Wanted("api", Task(":log-group:/shop/dev/api:*"), "network");

        Assert.Empty(NewFoundations.Of([Deployed("network", Logs)], [Wanted("network", Logs + "\n" + Queue("Other", "x")), api], [api]));
    }

    [Fact]
    public void Of_WhatIsNewIsSomebodyElses_FindsNothing()
    {
        var api = Wanted("api", Task(":log-group:/shop/dev/api-two:*"), "network");

        Assert.Empty(NewFoundations.Of([Deployed("network", "")], [Wanted("network", Logs), api], [api]));
    }
}
