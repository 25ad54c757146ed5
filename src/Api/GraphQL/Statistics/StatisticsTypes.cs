using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Statistics;

namespace TeacherDevPlan.Api.GraphQL.Statistics;

internal sealed class DatasetType : NodeType<Dataset>
{
    public DatasetType()
        : base("A table of statistics, in SDMX terms: observations at one value of each dimension.")
    {
        One<Office>("office", "Office!", dataset => dataset.OfficeId, "Whose statistics they are.");
        One<DevelopmentPlan>("plan", "DevelopmentPlan!", dataset => dataset.PlanId, "The plan it is printed in.");
        Value("fiscalYear", "Int!", dataset => dataset.FiscalYear, "The fiscal year of that plan (Buddhist era).");
        Value("code", "String!", dataset => dataset.Code, "Names it within its plan: \"table-3\", \"needs-survey\".");
        Value("title", "String!", dataset => dataset.Title, "As printed.");
        Value("asOf", "LocalDate", dataset => dataset.AsOf, "The day the data speak of, where one is printed.");
        Value("dimensions", "[String!]!", dataset => dataset.Dimensions, "Their names, in Thai, in order.");
        Value(
            "personalData",
            "Boolean!",
            dataset => dataset.PersonalData,
            "Whether its cells count persons who could be recognised in small numbers."
        );
        Value(
            "withheldCells",
            "Int!",
            dataset => dataset.WithheldCells,
            "How many cells are left out for callers who may not read the office's personal data: those of one to four persons, and then "
                + "the printed sums too."
        );
        Source();
        Filtered<Observation>(
            "observations",
            "[Observation!]!",
            observation => observation.DatasetId,
            observation => observation.Position,
            "Every printed cell that may be read, in the order of the table."
        );
    }
}

internal sealed class ObservationType : RowType<Observation>
{
    public ObservationType()
        : base("Observation", "One cell of a dataset.")
    {
        Many<Coordinate>(
            "coordinates",
            "[Coordinate!]!",
            coordinate => coordinate.ObservationId,
            coordinate => coordinate.Position,
            "Where it lies: one value for each dimension."
        );
        Value(
            "value",
            "Decimal",
            o => o.Value,
            "0 where \"-\" is printed; null where what is printed is not a number."
        );
        Value("text", "String!", observation => observation.Text, "As printed.");
        Value("total", "Boolean!", observation => observation.Total, "Whether it is a printed sum.");
        Source();
    }
}

internal sealed class CoordinateType : ObjectType<Coordinate>
{
    public CoordinateType()
        : base("Coordinate", "The value of one dimension.")
    {
        Value("dimension", "String!", coordinate => coordinate.Dimension, "The dimension's name.");
        Value("value", "String!", coordinate => coordinate.Value, "As printed.");
    }
}

internal sealed class NeedsSurveyType : RowType<NeedsSurvey>
{
    public NeedsSurveyType()
        : base("NeedsSurvey", "A survey of what teachers and staff want to be developed in (สรุปข้อมูลความต้องการ).")
    {
        Value("surveyedOn", "LocalDate!", survey => survey.SurveyedOn, "The day the data speak of.");
        Value("respondents", "Int!", survey => survey.Respondents, "Persons, as printed.");
        Many<SurveyTopic>(
            "topics",
            "[SurveyTopic!]!",
            t => t.NeedsSurveyId,
            t => t.Position,
            "What was asked for, in order."
        );
    }
}

internal sealed class SurveyTopicType : RowType<SurveyTopic>
{
    public SurveyTopicType()
        : base("SurveyTopic", "A topic of a needs survey.")
    {
        Value("number", "Int!", topic => topic.Number, "As printed.");
        Value("name", "String!", topic => topic.Name, "As printed.");
        Value("demand", "Int!", topic => topic.Demand, "How many persons ask for it.");
        Value("percentage", "Decimal!", topic => topic.Percentage, "Percent of the respondents, as printed.");
        Source();
        Source("demandSource", "demand", "Where the demand is printed.");
        Source("percentageSource", "percentage", "Where the percentage is printed.");
    }
}
