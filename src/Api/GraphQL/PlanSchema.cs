using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Access;
using TeacherDevPlan.Api.GraphQL.Budgets;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Development;
using TeacherDevPlan.Api.GraphQL.Findings;
using TeacherDevPlan.Api.GraphQL.Indicators;
using TeacherDevPlan.Api.GraphQL.Offices;
using TeacherDevPlan.Api.GraphQL.People;
using TeacherDevPlan.Api.GraphQL.Plans;
using TeacherDevPlan.Api.GraphQL.Projects;
using TeacherDevPlan.Api.GraphQL.Schema;
using TeacherDevPlan.Api.GraphQL.Staff;

namespace TeacherDevPlan.Api.GraphQL;

/// <summary>
/// The whole schema. Types refer to each other by name. The types of rows are derived from the models; each feature
/// adds its enums, values and mutations.
/// </summary>
internal sealed class PlanSchema : global::GraphQL.Types.Schema
{
    public PlanSchema(IServiceProvider services, ModelTypes models)
        : base(services)
    {
        Introspection.Prepare(this);
        Description = "Development plans for the teachers and staff of Thailand's educational service area offices.";
        IReadOnlyList<SchemaPart> parts =
        [
            OfficeSchema.Of(),
            ProjectSchema.Of(),
            StaffSchema.Of(),
            PeopleSchema.Of(),
            DevelopmentSchema.Of(),
            EventSchema.Of(),
            AfterEventSchema.Of(),
            CommitteeSchema.Of(),
            CertificateSchema.Of(),
            AwardSchema.Of(),
            StudySchema.Of(),
            InductionSchema.Of(),
            FigureSchema.Of(),
            BudgetSchema.Of(),
            CommonErrorTypes.Part(),
            IndicatorSchema.Of(),
            AccessSchema.Of(),
            DevelopmentPlanSchema.Of(),
            FindingSchema.Of(),
            ReportSchema.Of(),
        ];
        var errors = new ErrorTypes(parts.SelectMany(part => part.Errors));
        IReadOnlyList<IMutation> mutations = [.. parts.SelectMany(part => part.Mutations)];
        IEnumerable<IGraphType> types =
        [
            .. Scalars(),
            .. parts.SelectMany(part => part.Types),
            .. models.All,
            .. errors.All(),
            .. mutations.SelectMany(mutation => mutation.Types(errors)),
        ];
        foreach (var type in types)
            RegisterType(type);
        foreach (var value in parts.SelectMany(part => part.Values))
            models.AddValueSource(value);
        Query = TypeNames.Object(
            "Query",
            "Reads. Every operation sees one snapshot of the data.",
            [.. models.Queries, .. parts.SelectMany(part => part.Queries)]
        );
        Mutation = TypeNames.Object(
            "Mutation",
            "Writes. Each mutation needs a role and is one transaction, which is committed before the next mutation begins.",
            mutations.Select(mutation => mutation.Field)
        );
        Introspection.Complete(this);
    }

    private static IEnumerable<IGraphType> Scalars() =>
        [
            new StringGraphType(),
            new IntScalar(),
            new BooleanGraphType(),
            new IdScalar(),
            new DecimalScalar(),
            new LocalDateScalar(),
            new DateTimeScalar(),
            new UploadScalar(),
            new SortEnum(),
        ];
}
