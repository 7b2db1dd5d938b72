using Landfall.Config.Loading;
using Landfall.Config.Model;

namespace Landfall.Config.Validation;

/// <summary>A check of one environment's settings, with everything laid over.</summary>
internal interface IEnvironmentValidator
{
    /// <summary>Reports whatever is wrong. The settings may lack what could not be read.</summary>
    void Validate(EnvironmentSettings environment, ProblemList problems);
}
