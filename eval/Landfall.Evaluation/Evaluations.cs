namespace Landfall.Evaluation;

/// <summary>The data sets that can be evaluated, in the order of the table.</summary>
internal static class Evaluations
{
    public static IReadOnlyList<IEvaluation> All { get; } =
    [
        new Nab.NabEvaluation(),
        new Kpi.KpiEvaluation(),
        new PetShop.PetShopEvaluation(),
        new SockShop.SockShopEvaluation(),
        new Nezha.NezhaEvaluation(),
        new ChangeRca.ChangeRcaEvaluation(),
        new CloudOpsBench.CloudOpsBenchEvaluation(),
        new Loghub.LoghubEvaluation(),
        new M4.M4Evaluation(),
        new WebTraffic.WebTrafficEvaluation(),
    ];
}
