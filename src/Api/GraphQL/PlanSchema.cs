using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Access;
using TeacherDevPlan.Api.GraphQL.Budgets;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Findings;
using TeacherDevPlan.Api.GraphQL.Indicators;
using TeacherDevPlan.Api.GraphQL.Offices;
using TeacherDevPlan.Api.GraphQL.Plans;
using TeacherDevPlan.Api.GraphQL.Projects;
using TeacherDevPlan.Api.GraphQL.Staff;
using TeacherDevPlan.Api.GraphQL.Statistics;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Application.Indicators;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Domain.Projects;
using TeacherDevPlan.Domain.Staff;
using TeacherDevPlan.Domain.Statistics;

namespace TeacherDevPlan.Api.GraphQL;

/// <summary>The whole schema: every type once, referring to each other by name.</summary>
internal sealed class PlanSchema : Schema
{
    public PlanSchema(IServiceProvider services, QueryModels models)
        : base(services)
    {
        Description = "Plans for developing teachers and staff, of Thailand's educational service area offices.";
        NodeRegistry? nodes = null;
        INodeType[] nodeTypes =
        [
            new OfficeType(),
            new OrgUnitType(),
            new StrategicPlanType(),
            new StrategyType(),
            new IndicatorType(),
            new IndicatorDefinitionType(),
            new IndicatorResultType(),
            new KpiResultType(),
            new ProgressReportType(),
            new DisbursementTargetType(),
            new DevelopmentPlanType(),
            new ProjectType(),
            new ProjectKpiType(),
            new ActivityType(),
            new StaffMemberType(),
            new DatasetType(),
            new LedgerEntryType(),
            new DisbursementType(),
            new CommitmentType(),
            new BudgetTransferType(),
            new AuditRecordType(),
            new AccessTokenType(),
            new FindingType(new Lazy<NodeRegistry>(() => nodes!)),
        ];
        nodes = new NodeRegistry(nodeTypes);
        var errors = new LedgerErrorTypes();
        var planErrors = new PlanErrorTypes();
        IReadOnlyList<IErrorType> allErrors = [.. errors.All, .. planErrors.All];
        IReadOnlyList<IMutation> mutations =
        [
            .. BudgetMutations.All(errors),
            .. ResultMutations.All(errors),
            .. CatalogueMutations.All(errors),
            .. AccessMutations.All(errors),
            .. PlanMutations.All(errors, planErrors),
            .. FindingMutations.All(errors, planErrors),
        ];
        IEnumerable<IGraphType> types =
        [
            .. Scalars(),
            .. Enums(),
            nodes.Interface,
            .. nodeTypes,
            .. Values(),
            .. Connections(),
            .. allErrors,
            ErrorInterface.Of(allErrors),
            .. BudgetMutations.Types(),
            .. mutations.SelectMany(mutation => mutation.Types),
            .. new QueryInputs(models).All(),
        ];
        types = [.. types];
        foreach (var type in types)
            RegisterType(type);
        var query = new RootQuery(nodes);
        var mutation = new RootMutation(mutations);
        FieldGuard.Guard([.. types, query, mutation]);
        (Query, Mutation) = (query, mutation);
        // The library fails on __type(name: "") rather than find no such type. (This completes the schema, so it comes last.)
        var find = TypeMetaFieldType.Resolver!;
        TypeMetaFieldType.Resolver = new FuncFieldResolver<object?>(context =>
            context.GetArgument<string>("name").Length == 0
                ? new ValueTask<object?>((object?)null)
                : find.ResolveAsync(context)
        );
    }

    private static IEnumerable<IGraphType> Scalars() =>
        [
            new StringGraphType(),
            new IntGraphType(),
            new BooleanGraphType(),
            new IdScalar(),
            new DecimalScalar(),
            new LocalDateScalar(),
            new DateTimeScalar(),
        ];

    private static IEnumerable<IGraphType> Enums() =>
        [
            new SortEnum(),
            EnumType.Of<OfficeKind>(
                "The kind of an office.",
                ("PRIMARY", "Primary (สพป.)."),
                ("SECONDARY", "Secondary (สพม.).")
            ),
            EnumType.Of<ProjectNature>(
                "Whether a project is new.",
                ("NEW", "New (โครงการใหม่)."),
                ("CONTINUING", "Continuing (โครงการต่อเนื่อง).")
            ),
            EnumType.Of<ProjectStatus>(
                "Where a project stands. Only approved projects and those in progress may spend."
            ),
            EnumType.Of<ResponsibleLevel>(
                "Who is to act.",
                ("OFFICE", "The office (สพท.)."),
                ("SCHOOL", "Its schools (โรงเรียน)."),
                ("OFFICE_AND_SCHOOL", "Both (สพท. / โรงเรียน).")
            ),
            EnumType.Of<AchievementStatus>(
                "How far a result reaches its target.",
                ("NOT_REPORTED", "No result yet."),
                ("ACHIEVED", "100 percent of the target or more; where lower is better, the target or less."),
                ("ON_TRACK", "An achievement of 80 percent or more."),
                ("OFF_TRACK", "Less.")
            ),
            EnumType.Of<IndicatorDirection>(
                "Which results of an indicator are better.",
                ("HIGHER_IS_BETTER", "The target is to be reached."),
                ("LOWER_IS_BETTER", "The target is a ceiling.")
            ),
            EnumType.Of<ResultEntryKind>(
                "What was recorded about a result.",
                ("REPORTED", "A result, which counts from then on."),
                ("WITHDRAWN", "The result that counted was taken back.")
            ),
            EnumType.Of<IndicatorGroup>(
                "What indicators are grouped by.",
                ("INDICATOR", "Each indicator by itself."),
                ("STATUS", "How far they got."),
                ("DEFINITION", "The indicator of the ministry's catalogue that they are linked to.")
            ),
            EnumType.Of<IndicatorSeriesGroup>(
                "What there is a series for.",
                ("NONE", "One series for the whole country.")
            ),
            EnumType.Of<RollUp>(
                "How a group's result was made of those of its indicators.",
                (
                    "RATIO_OF_SUMS",
                    "The sum of the numerators divided by the sum of the denominators: large offices weigh more."
                ),
                (
                    "MEAN_OF_RESULTS",
                    "The mean of the results, each weighing the same, since not all of them tell what they are the ratio of."
                )
            ),
            EnumType.Of<ExpenseClass>(
                "What disbursement targets are set for.",
                ("OVERALL", "All expenditure (ภาพรวม)."),
                ("RECURRENT", "รายจ่ายประจำ."),
                ("INVESTMENT", "รายจ่ายลงทุน.")
            ),
            EnumType.Of<KpiKind>(
                "The kind of a success indicator.",
                ("QUANTITATIVE", "เชิงปริมาณ."),
                ("QUALITATIVE", "เชิงคุณภาพ.")
            ),
            EnumType.Of<FundingKind>(
                "Where money comes from.",
                ("OFFICE", "The office's own budget."),
                ("EXTERNAL", "Asked for from outside (งบประมาณขอรับการสนับสนุนภายนอก).")
            ),
            EnumType.Of<Domain.Common.FiscalQuarter>(
                "A quarter of the fiscal year.",
                ("Q1", "October to December."),
                ("Q2", "January to March."),
                ("Q3", "April to June."),
                ("Q4", "July to September.")
            ),
            EnumType.Of<BudgetGroup>(
                "What budgets are summed by; the groups' sums add up to the whole.",
                ("PROJECT", "Each project by itself."),
                (
                    "QUARTER",
                    "Each fiscal quarter: what is planned, moved and paid in it. Commitments belong to no quarter, and what is available "
                        + "is below zero where more was paid than the quarter had."
                ),
                (
                    "FUNDING_SOURCE",
                    "Where the money comes from. A project with several sources is divided in proportion to their stated amounts, to the "
                        + "satang, and counts in each."
                )
            ),
            EnumType.Of<LedgerEntryKind>(
                "What a ledger entry moved.",
                ("PLANNED", "The spending plan was made or changed."),
                ("TRANSFER_OUT", "Moved to another activity."),
                ("TRANSFER_IN", "Moved here from another activity."),
                ("COMMITMENT", "Reserved."),
                ("COMMITMENT_RELEASED", "What was left of a commitment was freed."),
                ("DISBURSEMENT", "Paid."),
                ("REVERSAL", "A payment was taken back.")
            ),
            EnumType.Of<AcademicStanding>(
                "Academic standing (วิทยฐานะ).",
                ("PROFESSIONAL", "ชำนาญการ."),
                ("SENIOR_PROFESSIONAL", "ชำนาญการพิเศษ."),
                ("EXPERT", "เชี่ยวชาญ."),
                ("ADVISORY", "เชี่ยวชาญพิเศษ.")
            ),
            EnumType.Of<Role>(
                "What somebody may do.",
                ("VIEWER", "Signed in: reads personal data that is not open to everybody."),
                ("PLAN_OFFICER", "Of an office: keeps its plans, drafts included."),
                ("BUDGET_OFFICER", "Of an office: pays, reserves and moves its money."),
                ("APPROVER", "Of an office or of the ministry: also moves money between projects."),
                ("MINISTRY_ANALYST", "Reads all offices, drafts included; changes nothing."),
                ("ADMINISTRATOR", "Makes access tokens and reads everything; moves no money.")
            ),
            EnumType.Of<AuditKind>(
                "What is put on record.",
                ("WRITE", "Something was changed."),
                ("REFUSAL", "Somebody was refused what they may not do or read."),
                ("READ", "Personal data were read.")
            ),
            EnumType.Of<FindingSeverity>("How much a finding matters."),
            EnumType.Of<FindingStatus>(
                "What became of a finding.",
                ("OPEN", "Nobody has settled it."),
                ("ACCEPTED", "Things are left as they are, for a reason."),
                ("RESOLVED", "The plan agrees with itself there now.")
            ),
            EnumType.Of<FindingSide>(
                "The sides of a finding.",
                ("STATED", "What the plan states; what it was computed from gives way."),
                ("COMPUTED", "What was computed from other parts of the plan; what is stated gives way.")
            ),
            EnumType.Of<ImportOutcome>("What became of a plan."),
            EnumType.Of<UnreadReason>(
                "Why lines of a document went nowhere.",
                ("REPETITION", "The same is printed elsewhere: a table of contents, a header that is repeated."),
                ("OUT_OF_PLACE", "It stands where nothing of its kind is expected."),
                ("NOT_UNDERSTOOD", "No number where one is expected, or an item that no part could be told of.")
            ),
        ];

    private static IEnumerable<IGraphType> Values() =>
        [
            new DistrictType(),
            new NumberedTextType(),
            new GuidelineType(),
            new CalendarStepType(),
            new PlanSectionType(),
            new SourceType(),
            new MemberSourceType(),
            new PlanReadingType(),
            new UnreadPassageType(),
            new ImportReportType(),
            new PlanFaultType(),
            new FindingCountsType(),
            new IndicatorTargetType(),
            new IndicatorBaselineType(),
            new IndicatorSummaryRowType(),
            new IndicatorSeriesType(),
            new IndicatorPointType(),
            new ProjectOwnerType(),
            new FundingSourceType(),
            new BudgetPositionType(),
            new QuarterBudgetType(),
            new PrintedAmountsType(),
            new BudgetSummaryRowType(),
            new ObservationType(),
            new CoordinateType(),
            new NeedsSurveyType(),
            new SurveyTopicType(),
            new ViewerType(),
            new PageInfoType(),
        ];

    private static IEnumerable<IGraphType> Connections()
    {
        var projects = new ProjectsConnectionType();
        var offices = new ConnectionType<Office>("Offices");
        var plans = new ConnectionType<DevelopmentPlan>("DevelopmentPlans");
        var indicators = new ConnectionType<Indicator>("Indicators");
        var definitions = new ConnectionType<IndicatorDefinition>("IndicatorDefinitions");
        var results = new ConnectionType<IndicatorResult>("IndicatorResults");
        var kpiResults = new ConnectionType<KpiResult>("KpiResults");
        var progress = new ConnectionType<ProgressReport>("ProgressReports");
        var staff = new ConnectionType<StaffMember>("Staff");
        var datasets = new ConnectionType<Dataset>("Datasets");
        var findings = new ConnectionType<Finding>("Findings");
        var entries = new ConnectionType<LedgerEntry>("LedgerEntries");
        var audit = new ConnectionType<AuditRecord>("AuditRecords");
        var tokens = new ConnectionType<AccessToken>("AccessTokens");
        return
        [
            projects,
            projects.Edge,
            offices,
            offices.Edge,
            plans,
            plans.Edge,
            indicators,
            indicators.Edge,
            definitions,
            definitions.Edge,
            results,
            results.Edge,
            kpiResults,
            kpiResults.Edge,
            progress,
            progress.Edge,
            staff,
            staff.Edge,
            datasets,
            datasets.Edge,
            findings,
            findings.Edge,
            entries,
            entries.Edge,
            audit,
            audit.Edge,
            tokens,
            tokens.Edge,
        ];
    }
}
