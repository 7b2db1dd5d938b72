using FsCheck;
using FsCheck.Fluent;

namespace Landfall.Constructs.Tests.Properties;

/// <summary>
/// What a random plan is made from: one number for the environment, one for each data store and one for each service.
/// A shorter recipe is a smaller plan, so that a failure shrinks to the few parts that it needs.
/// </summary>
/// <param name="Settings">Decides the network, protection, domain, sleep and sign-in.</param>
/// <param name="Stores">Each decides a store.</param>
/// <param name="Services">Each decides a service and what it uses of everything before it.</param>
internal sealed record PlanRecipe(int Settings, IReadOnlyList<int> Stores, IReadOnlyList<int> Services)
{
    public static Arbitrary<PlanRecipe> Any { get; } = Arb.From(
        from settings in Gen.Choose(0, 1_000_000)
        from stores in Gen.Choose(0, 1_000_000).ListOf().Where(list => list.Count <= 9)
        from count in Gen.Choose(1, 6)
        from services in Gen.Choose(0, 1_000_000).ListOf(count)
        select new PlanRecipe(settings, [.. stores], [.. services]),
        recipe => recipe.Smaller());

    public override string ToString() =>
        $"new PlanRecipe({Settings}, [{string.Join(", ", Stores)}], [{string.Join(", ", Services)}])";

    private IEnumerable<PlanRecipe> Smaller()
    {
        for (var i = 0; i < Stores.Count; i++)
        {
            yield return this with { Stores = Without(Stores, i) };
        }

        for (var i = 0; i < Services.Count && Services.Count > 1; i++)
        {
            yield return this with { Services = Without(Services, i) };
        }
    }

    private static int[] Without(IReadOnlyList<int> list, int index) => [.. list.Where((_, i) => i != index)];
}
