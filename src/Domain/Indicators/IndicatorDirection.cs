namespace TeacherDevPlan.Domain.Indicators;

/// <summary>Which results of an indicator are better.</summary>
public enum IndicatorDirection
{
    HigherIsBetter,

    /// <summary>As of drop-outs or complaints: the target is a ceiling.</summary>
    LowerIsBetter,
}
