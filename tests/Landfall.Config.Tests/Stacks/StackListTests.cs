using Landfall.Config.Stacks;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Stacks;

public class StackListTests
{
    [Fact]
    public void Of_Shop_ListsEveryStackAfterWhatItNeeds()
    {
        var stacks = StackList.Of(TestLoad.Plan(ShopFile.Yaml, "dev"));

        Assert.Equal(
            [
                "shop-dev-network <- ",
                "shop-dev-data <- shop-dev-network",
                "shop-dev-edge <- shop-dev-network",
                "shop-dev-api <- shop-dev-network shop-dev-data shop-dev-edge",
                "shop-dev-load <- shop-dev-network shop-dev-edge shop-dev-api",
                "shop-dev-mailer <- shop-dev-network shop-dev-data",
                "shop-dev-nightly <- shop-dev-network shop-dev-data",
                "shop-dev-web <- shop-dev-edge shop-dev-api",
            ],
            stacks.Select(stack => $"{stack.Name} <- {string.Join(' ', stack.DependsOn)}"));
    }

    [Fact]
    public void Of_OneInternalServiceFromARegistry_HasNeitherDataNorEdge()
    {
        var plan = TestLoad.Plan(
            SmallFile.Head + "services: { a: { type: internal, image: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/a:1 } }\n",
            "dev");

        Assert.Equal(["shop-dev-network", "shop-dev-a"], StackList.Of(plan).Select(stack => stack.Name));
    }

    [Fact]
    public void Of_OneServiceThatIsBuilt_HasADataStackForItsRepository()
    {
        var plan = TestLoad.Plan(SmallFile.Head + "services: { a: { type: internal, image: { build: . } } }\n", "dev");

        Assert.Equal([StackKind.Network, StackKind.Data, StackKind.Service], StackList.Of(plan).Select(stack => stack.Kind));
    }
}
