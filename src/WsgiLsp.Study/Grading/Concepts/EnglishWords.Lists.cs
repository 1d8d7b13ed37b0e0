namespace WsgiLsp.Study.Grading.Concepts;

internal static partial class EnglishWords
{
    /// <summary>
    /// Forms of one word that share no stem, a line each, and numbers by their names. What is written the same in another
    /// word's forms (found, ground, bore, wound) is left out.
    /// </summary>
    private const string FamilyList = """
        able ability enable unable
        absorb absorption
        accurate accuracy
        analyse analyze analysis analyses analyst
        appear appearance
        apply application
        approve approval
        arise arose arisen
        arrive arrival
        awake awoke awoken
        bacterium bacteria
        beat beaten
        become became
        begin began begun beginning
        behave behavior behaviour
        believe belief
        bend bent
        big bigger biggest
        bind bound
        bite bit bitten
        blow blew blown
        break broke broken breakage
        breathe breath
        bring brought
        build built
        burn burnt
        buy bought
        calculate calculation
        catch caught
        cause causal
        child children
        choose chose chosen choice
        circle circular
        cite citation
        clear clarity
        collide collision
        color colour
        come came
        compete competition competitor
        compose composition
        compress compression
        conceive concept conception
        conclude conclusion
        consume consumption consumer
        convert conversion
        creep crept
        criterion criteria
        datum data
        deal dealt
        decide decision
        deep depth
        defend defense defence
        deny denial
        descend descent
        describe description
        destroy destruction
        differ different difference
        dig dug
        dissolve solution soluble
        divide division
        do did done does
        draw drew drawn
        dream dreamt
        drink drank drunk
        drive drove driven
        eat ate eaten
        efficient efficiency
        electron electric electrical electricity
        empty emptied
        erode erosion
        erupt eruption
        evaporate evaporation
        evolve evolution
        exclude exclusion exclusive
        expand expansion
        expel expulsion
        expensive expense
        explain explanation
        explode explosion
        expose exposure
        extend extension extent
        fail failure
        fall fell fallen
        feed fed
        feel felt
        fewer few
        fight fought
        flee fled
        fly flew flown flight
        foot feet
        forbid forbade forbidden
        forget forgot forgotten
        forgive forgave forgiven
        free freedom
        freeze froze frozen
        frequent frequency
        friction frictional
        fulfil fulfill
        fungus fungi
        fuse fusion
        get got gotten
        give gave given
        go went gone goes
        grow grew grown growth
        half halves halve halved halving
        hang hung
        hear heard
        hide hid hidden
        high height
        hold held
        hot hotter hottest
        include inclusion
        index indices indexes
        infect infection infectious
        inherit inheritance hereditary
        insert insertion
        invade invasion invader
        invest investment
        judge judgment judgement judicial
        keep kept
        know knew known knowledge
        lay laid
        lead led
        leaf leaves
        leap leapt
        learn learnt
        leave left
        lend lent
        lie lay lain
        life lives alive live living
        light lit
        long length longer lengthen
        lose lost loss
        maintain maintenance
        make made
        matrix matrices
        mean meant meaning
        meet met
        melt molten
        mistake mistook mistaken
        mouse mice
        move motion movement
        multiply multiple multiplication
        nerve neural nervous neuron
        nucleus nuclei nuclear
        obey obedience
        occur occurrence
        omit omission
        oxidize oxidise oxidation oxidization
        pay paid payment
        perceive perception
        permit permission
        person people
        persuade persuasion
        phenomenon phenomena
        photon photons
        poison poisonous
        possess possession
        pressure press
        private privacy
        proceed procedure process
        produce production product producer
        prohibit prohibition
        propel propulsion
        prove proof proven
        provide provision
        pull pulled
        quick quickly
        radius radii
        react reaction reactive
        read readable
        receive receipt reception
        reduce reduction
        refer reference
        reflect reflection
        refuse refusal
        rely reliance reliable
        remove removal
        renew renewal
        repeat repetition
        repel repulsion
        require requirement
        resist resistance resistant
        respond response
        retain retention
        ride rode ridden
        ring rang rung
        rise rose risen
        rotate rotation
        run ran
        safe safety
        say said
        secure security
        see saw seen
        seek sought
        sell sold sale
        send sent sender
        separate separation
        serve service server
        shake shook shaken
        shine shone
        shoot shot
        short shortage
        shrink shrank shrunk
        sick sickness
        simulate simulation
        sing sang sung
        sink sank sunk
        sleep slept asleep
        slide slid
        slow slower slowly slowness
        solve solver
        speak spoke spoken speech
        species specimen
        spend spent
        spin spun
        split splitting
        spring sprang sprung
        stand stood
        steal stole stolen theft
        stick stuck sticky
        store storage stored
        strike struck
        strong strength stronger
        subscribe subscription
        substitute substitution
        succeed success successful
        survive survivor survival
        swear swore sworn
        sweep swept
        swell swelled swollen
        swim swam swum
        swing swung
        synchronous synchronize synchronization
        take took taken
        teach taught
        tear tore torn
        tell told
        thesis theses
        thick thickness
        think thought
        throw threw thrown
        tooth teeth
        transform transformation
        translate translation
        transmit transmission
        try tries tried trial
        understand understood
        use usage user
        vacuum vacua
        value valuable
        vary variation variety variable variant
        vertex vertices
        vibrate vibration
        wake woke woken
        warm warmth warmer
        weak weakness weaken
        wear wore worn
        weigh weight
        wide width widen
        win won winner
        withdraw withdrew withdrawn withdrawal
        write wrote written writer
        0 zero
        2 two
        3 three
        4 four
        5 five
        6 six
        7 seven
        8 eight
        9 nine
        10 ten
        11 eleven
        12 twelve
        20 twenty
        50 fifty
        100 hundred
        1000 thousand
        """;

    /// <summary>
    /// Words that mostly say the same where something is explained, a line each. General words only: what a trade's terms
    /// mean is for the author to say. A word may stand in several lines.
    /// </summary>
    private const string SynonymList = """
        abandon discard
        absorb soak
        accept admit
        accumulate collect gather
        achieve reach attain
        actual real
        add append attach
        adjust adapt
        aid help assist support
        aim goal purpose objective
        air atmosphere
        allow let permit enable
        alter change modify transform
        amount quantity
        answer reply respond
        approximate rough near about
        apart separate
        ask request query
        assign allocate give
        automatic itself themselves
        avoid prevent
        back return
        ban forbid prohibit
        battle fight
        because reason cause
        begin start
        behind after
        benefit advantage profit gain
        big large huge great
        bind attach stick adhere cling
        bit little slight
        block stop prevent hinder inhibit
        boost increase raise
        border boundary edge
        bottom base
        bound limit
        break damage destroy
        bright light
        bring carry deliver transport
        build construct make
        busy occupied
        buy purchase
        call invoke
        cancel abort
        capture catch trap
        carry transport convey
        catch trap
        cause produce trigger
        certain sure
        chance probability likelihood
        cheap inexpensive
        check verify test examine inspect
        choose select pick
        circulate flow
        clean pure
        close shut
        close near
        clump clot stick
        cold cool
        collapse crash fail
        collide crash hit
        combine merge join unite
        common shared
        common frequent widespread
        compare contrast
        complete finish full entire
        complete entire whole total
        compete contend
        concurrent simultaneous parallel together
        confirm verify acknowledge
        connect link join
        consist contain comprise include
        constant steady stable unchanging
        contain hold include
        continue proceed
        control regulate govern
        convert turn transform change
        copy duplicate replica
        correct right
        correct fix repair mend
        cost price
        count number
        cover coat wrap
        create make produce generate form
        crucial essential necessary vital
        current present
        cut divide split
        danger risk hazard
        dead die
        decay rot decompose
        decide determine
        decrease reduce lower drop fall decline shrink diminish lessen
        defend protect
        delay postpone wait
        delete remove erase drop
        delicate fragile
        demand require
        dense thick
        depart leave
        depend rely
        deposit leave
        detach separate
        detect notice discover sense
        difference contrast
        different distinct separate other another
        difficult hard
        direct straight
        dirt soil
        disappear vanish
        discover find
        disease illness sickness
        dispatch send
        disperse scatter spread
        distribute spread share
        divide split separate
        double twice
        drag pull
        draw pull attract
        dry arid
        dual two
        each every
        eager keen
        earth soil ground
        earth world planet
        easy simple
        effect result consequence outcome
        eject expel
        emerge arise
        emit release radiate
        end finish stop terminate
        enlarge expand grow
        enormous huge
        ensure guarantee
        enter come
        entire whole
        equal same identical
        error mistake fault
        escape leave
        establish set
        estimate guess
        exact precise
        examine inspect study
        exceed surpass
        exchange swap trade
        excess surplus
        execute run
        expand grow swell
        expensive costly dear
        expire lapse
        explode burst
        expose reveal
        extra additional more
        extract remove
        fail crash
        fail fault
        false wrong incorrect untrue
        far distant
        fast quick rapid swift speedy
        faster sooner quicker
        fault defect flaw bug
        few little
        fill load
        filter sieve
        final last
        find locate discover
        firm company business
        firm solid hard
        fix repair
        fix attach
        flexible elastic
        flow stream run
        fluid liquid
        follow obey
        food nutrient
        force push
        forever permanent
        form shape
        former earlier previous prior
        fragment piece
        fresh new
        full filled
        function work
        further more additional
        gain obtain get acquire
        gap space hole
        gather collect
        general overall
        get obtain receive
        go move travel
        goods product
        grasp hold
        grow rise increase expand
        guard protect
        guide lead
        happen occur
        harm damage hurt injure
        have possess own contain
        heat warm hot
        heavy massive
        hide conceal mask
        high tall
        hint clue
        hit strike
        hold keep
        hole opening
        house home
        human person
        hurry rush
        idea concept notion
        idle unused
        ill sick
        important significant
        improve better enhance
        increase rise raise grow climb
        independent separate autonomous
        indicate show signal
        individual single
        infinite endless
        influence affect impact
        inform tell notify
        inner internal
        insert add put
        inside within interior
        instant immediate
        instruct tell order
        intact whole
        isolate separate
        item element
        job task work
        keep retain hold preserve maintain
        kill destroy
        kind type sort
        know aware
        lack shortage scarcity
        large big
        last final
        late delayed
        later afterward subsequent
        lead cause
        leak escape
        learn discover
        leave exit
        lessen reduce
        lift raise
        light lamp
        limit restrict
        limited finite
        link connect
        liquid fluid
        listen hear
        little small
        load burden
        local nearby
        lock seal
        log record
        long lengthy
        look search seek
        loose free
        lose forfeit
        low small
        machine device
        magnify enlarge
        main primary chief principal
        maintain preserve
        many several multiple numerous
        mass weight
        match fit
        match correspond
        mean average
        measure gauge
        meet encounter
        melt thaw
        memory ram
        merge combine
        method way approach technique
        middle center centre
        minimal least smallest
        mix blend combine
        money cash
        move shift
        move travel
        multiply reproduce breed
        name call
        narrow thin
        nation country state
        near close
        need require
        new fresh novel
        next following
        normal usual ordinary regular
        notice see
        number figure
        obey follow
        object thing
        observe watch see
        obstacle barrier
        obtain get
        occupy fill
        offspring young descendant children
        often frequent
        old ancient
        once single
        open unlock
        operate work run
        opposite contrary reverse
        order sequence
        order command
        original initial first
        outside external exterior
        own possess
        pack wrap
        pair couple
        part piece portion section component
        pass cross
        pass transfer
        path route way
        pause wait suspend
        pay spend
        perform execute do
        permanent lasting
        person human individual somebody someone
        place put
        place location spot position
        plan design
        plant vegetation
        plenty many
        point dot
        possible able
        post send
        power energy
        predict forecast foresee
        prefer favor favour
        preserve conserve
        pressure stress
        prevent stop avoid block
        probable likely
        problem issue trouble
        process handle treat
        produce manufacture make
        prompt quick
        proof evidence
        protect shield guard defend
        provide supply offer give
        pull attract
        punish penalize
        push press
        push shove
        question query
        quit leave
        random chance
        rare seldom uncommon
        rate speed
        raw untreated
        reach arrive
        ready prepared
        rebuild restore
        recall remember
        receive accept
        record register
        recover heal
        reduce lower cut
        refuse reject deny
        region area zone
        release emit free
        release emit give
        rely depend
        remain stay
        remember memorize memory
        remote distant
        remove eliminate
        repair fix
        repeat again
        replace substitute
        report tell
        request ask
        rescue save
        resist oppose withstand
        resource means
        rest remainder
        restart reboot
        restrict limit
        result outcome
        retry repeat
        return back
        reveal show
        reverse opposite
        reward incentive
        rich wealthy
        rigid stiff
        rise climb
        role function
        rotate spin turn
        round circular
        rule law
        safe secure
        salty saline
        same identical equal
        sample portion
        save keep store
        say state
        scarce rare limited
        scatter spread
        sea ocean
        search seek
        secret hidden
        seize capture
        send transmit
        sequence order
        series sequence
        several many
        severe serious
        shake vibrate
        share divide
        sharp acute
        shield protect
        shop store
        short brief
        show display
        shrink contract
        shut closed
        sign signal
        significant important
        silent quiet
        similar alike
        simple easy
        single one
        size magnitude
        skip omit
        slow sluggish
        small tiny little minute
        smart clever
        solid hard
        solve resolve
        soon early
        source origin
        space room
        speak talk
        special particular
        specific particular
        spill leak
        spoil ruin
        spot notice
        spread distribute
        squeeze compress
        stable steady
        start launch
        stay remain
        steal take
        stick adhere
        stop halt cease end
        store save hold keep
        strange unusual
        stream flow
        strong powerful
        subject topic
        sudden abrupt
        sufficient enough
        sugar glucose
        suit fit
        sum total
        sunlight sun
        supply provide
        support back
        surround enclose
        survive live
        swift fast
        sync synchronize
        system network
        take remove
        take consume
        target goal
        task job
        tear rip
        temporary transient
        tend incline
        test trial
        thin slim
        threat danger
        tie bind
        tight firm
        tiny small
        together jointly
        tool instrument
        top upper
        touch contact
        toxic poisonous
        trade commerce
        traffic data
        transfer move
        transparent clear
        travel journey
        true correct
        trust rely
        try attempt
        turn rotate
        twice double
        typical usual
        understand grasp
        unique single
        unite join
        unstable unsteady
        up upward
        update refresh
        urge push
        use employ utilize apply
        use consume
        usual normal
        valid correct
        vast huge
        verify confirm
        view see
        visible seen
        vital essential
        wait queue
        wall barrier
        want desire wish
        warn alert
        waste squander
        watch monitor observe
        water moisture
        weak feeble
        wealth riches
        wet moist damp
        whole entire
        wide broad
        wind air
        wipe erase
        work operate
        world globe
        worse poorer
        write record
        wrong incorrect
        yield produce
        """;
}
