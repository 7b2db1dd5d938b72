using Landfall.AIOps.Forecasting;
using Landfall.AIOps.Forecasting.GaussianProcess;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Landfall.AIOps.Tests.Forecasting;

public sealed class ToeplitzSystemTests
{
    private static readonly Seasonality Week = new(24, 168);

    [Fact]
    public void Solve_AgainstDenseFactorisation_Agrees()
    {
        var values = SyntheticSeries.Daily(90, noise: 20).Select(v => (v - 100) / 20).ToArray();
        var covariance = SeasonalKernel.Covariance(KernelStarts.All[0], 90, Week);
        var dense = DenseMatrix.Create(90, 90, (i, j) => covariance[Math.Abs(i - j)]).Cholesky();
        var expected = dense.Solve(new DenseVector(values));

        var system = ToeplitzSystem.Solve(covariance, values);

        for (var t = 0; t < 90; t++)
            Assert.Equal(expected[t], system.Solution[t], 1e-6 * Math.Max(1, Math.Abs(expected[t])));
        Assert.Equal(dense.DeterminantLn, system.LogDeterminant, 1e-6);
        Assert.Equal(expected.DotProduct(new DenseVector(values)), system.Fit, 1e-6 * system.Fit);
    }

    [Fact]
    public void Gradient_AgainstDifferences_Agrees()
    {
        var values = SyntheticSeries.Daily(200, noise: 20).Select(v => (v - 100) / 20).ToArray();
        var point = KernelStarts.All[1];
        var gradient = new double[SeasonalKernel.Size];
        var system = ToeplitzSystem.Solve(SeasonalKernel.Covariance(point, 200, Week), values);
        SeasonalKernel.Evaluate(point, 200, Week, system.Gradient(), gradient);

        for (var i = 0; i < SeasonalKernel.Size; i++)
        {
            var difference = (Loss(i, 1e-4) - Loss(i, -1e-4)) / 2e-4;
            Assert.Equal(difference, gradient[i], 1e-3 * Math.Max(1, Math.Abs(difference)));
        }

        double Loss(int parameter, double change)
        {
            var moved = (double[])point.Clone();
            moved[parameter] += change;
            var other = ToeplitzSystem.Solve(SeasonalKernel.Covariance(moved, 200, Week), values);
            return 0.5 * (200 * Math.Log(other.Fit / 200) + other.LogDeterminant);
        }
    }
}
