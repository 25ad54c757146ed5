using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application.Results;

/// <summary>What was recorded about an indicator's results, in that order.</summary>
public sealed class IndicatorResultModel : QueryModel<IndicatorResult>
{
    public IndicatorResultModel()
        : base("IndicatorResult")
    {
        DefaultOrder = [entry => entry.RecordedAt, entry => entry.Sequence];
        Id(entry => entry.Id);
        Value("fiscalYear", entry => entry.FiscalYear);
        Value("sequence", entry => entry.Sequence);
        Value("kind", entry => entry.Kind);
        Value("result", entry => entry.Result);
        Value("numerator", entry => entry.Numerator);
        Value("denominator", entry => entry.Denominator);
        Value("evidence", entry => entry.Evidence);
        Value("note", entry => entry.Note);
        Value("recordedAt", entry => entry.RecordedAt);
        Value("recordedBy", entry => entry.RecordedBy);
    }
}

/// <summary>What was recorded about a success indicator's results, in that order.</summary>
public sealed class KpiResultModel : QueryModel<KpiResult>
{
    public KpiResultModel()
        : base("KpiResult")
    {
        DefaultOrder = [entry => entry.Sequence];
        Id(entry => entry.Id);
        Value("sequence", entry => entry.Sequence);
        Value("kind", entry => entry.Kind);
        Value("result", entry => entry.Result);
        Value("resultText", entry => entry.Text);
        Value("numerator", entry => entry.Numerator);
        Value("denominator", entry => entry.Denominator);
        Value("evidence", entry => entry.Evidence);
        Value("note", entry => entry.Note);
        Value("recordedAt", entry => entry.RecordedAt);
        Value("recordedBy", entry => entry.RecordedBy);
    }
}
