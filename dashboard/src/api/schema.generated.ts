// Made by `npm run generate` from the API's document. Not edited by hand.

export interface paths {
    "/api/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the account */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                name: string;
                                email: string | null;
                                /** @description ISO 3166 alpha-2; national numbers are read in it */
                                default_country: string | null;
                                /** @description IANA name, such as Europe/Rome; the clock of budgets */
                                timezone: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                revision: number;
                                opt_out_words: string[];
                                opt_in_words: string[];
                                help_words: string[];
                                opt_out_confirmation: string;
                                /** @description Whether an opt-out by text is answered with opt_out_confirmation, once */
                                is_opt_out_confirmed: boolean;
                                help_answer: string;
                                is_help_answered: boolean;
                                /**
                                 * @description Whose texts are kept. An opt-out is minded all the same
                                 * @enum {string}
                                 */
                                inbound_from: "anyone" | "contacts";
                                /** @description Whether curly quotes, dashes and the like are written plainly where that helps */
                                smart_encoding: boolean;
                                /** @description A line at the end of texts to many; null: none */
                                opt_out_footer: string | null;
                                /** @description `HH:MM` by the recipient's clock; nobody is written to from then on */
                                quiet_hours_start: string | null;
                                /** @description `HH:MM`; before the start it is the next morning */
                                quiet_hours_end: string | null;
                                /** @description The custom parameter that names the time zone of a contact */
                                timezone_parameter: string | null;
                                /** @description After so many days the words of a text are deleted; null: never */
                                retention_text_days: number | null;
                                /** @description After so many days all of it is deleted; null: never */
                                retention_sms_days: number | null;
                                notification_emails: string[];
                                notification_webhook_url: string | null;
                                /** @description What the notices posted to the webhook are signed with */
                                notification_webhook_secret: string | null;
                                /** @description An act on more contacts than this asks for their number in writing */
                                confirmation_threshold: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Change the account */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name?: string;
                        email?: string;
                        /** @description ISO 3166 alpha-2, such as IT */
                        default_country?: string;
                        /** @description IANA name, such as Europe/Rome */
                        timezone?: string;
                        /** @description An act on more contacts than this asks for their number in writing */
                        confirmation_threshold?: number;
                        /** @description A text that is one of these, whole, opts out; replaces the list */
                        opt_out_words?: string[];
                        /** @description A text that is one of these, whole, undoes an opt-out; replaces the list */
                        opt_in_words?: string[];
                        /** @description A text that is one of these, whole, is answered with help_answer; replaces the list */
                        help_words?: string[];
                        /** @description What an opt-out by text is answered with */
                        opt_out_confirmation?: string;
                        is_opt_out_confirmed?: boolean;
                        /** @description What a help word is answered with */
                        help_answer?: string;
                        is_help_answered?: boolean;
                        /**
                         * @description Whose texts are kept
                         * @enum {unknown}
                         */
                        inbound_from?: "anyone" | "contacts";
                        /** @description Write curly quotes, dashes and the like plainly, where that helps */
                        smart_encoding?: boolean;
                        /** @description A line at the end of texts to many, such as: Reply STOP to opt out */
                        opt_out_footer?: string;
                        /** @description `HH:MM`; empty in JSON: no quiet hours */
                        quiet_hours_start?: string;
                        /** @description `HH:MM`; empty in JSON: no quiet hours */
                        quiet_hours_end?: string;
                        /** @description A custom parameter with IANA names, such as `timezone`, before the number */
                        timezone_parameter?: string;
                        /** @description Days, 1 to 3650, after which words are deleted; empty: never */
                        retention_text_days?: number;
                        /** @description Days, 1 to 3650, after which all of it is deleted; empty: never */
                        retention_sms_days?: number;
                        /** @description E-mail addresses that are told; replaces the list, and [] in JSON clears it */
                        notification_emails?: string[];
                        /** @description Where notices are posted to; another address has another secret */
                        notification_webhook_url?: string;
                        expected_revision?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        email?: string;
                        /** @description ISO 3166 alpha-2, such as IT */
                        default_country?: string;
                        /** @description IANA name, such as Europe/Rome */
                        timezone?: string;
                        /** @description An act on more contacts than this asks for their number in writing */
                        confirmation_threshold?: number;
                        /** @description A text that is one of these, whole, opts out; replaces the list */
                        opt_out_words?: string[];
                        /** @description A text that is one of these, whole, undoes an opt-out; replaces the list */
                        opt_in_words?: string[];
                        /** @description A text that is one of these, whole, is answered with help_answer; replaces the list */
                        help_words?: string[];
                        /** @description What an opt-out by text is answered with */
                        opt_out_confirmation?: string;
                        is_opt_out_confirmed?: boolean;
                        /** @description What a help word is answered with */
                        help_answer?: string;
                        is_help_answered?: boolean;
                        /**
                         * @description Whose texts are kept
                         * @enum {unknown}
                         */
                        inbound_from?: "anyone" | "contacts";
                        /** @description Write curly quotes, dashes and the like plainly, where that helps */
                        smart_encoding?: boolean;
                        /** @description A line at the end of texts to many, such as: Reply STOP to opt out */
                        opt_out_footer?: string;
                        /** @description `HH:MM`; empty in JSON: no quiet hours */
                        quiet_hours_start?: string;
                        /** @description `HH:MM`; empty in JSON: no quiet hours */
                        quiet_hours_end?: string;
                        /** @description A custom parameter with IANA names, such as `timezone`, before the number */
                        timezone_parameter?: string;
                        /** @description Days, 1 to 3650, after which words are deleted; empty: never */
                        retention_text_days?: number;
                        /** @description Days, 1 to 3650, after which all of it is deleted; empty: never */
                        retention_sms_days?: number;
                        /** @description E-mail addresses that are told; replaces the list, and [] in JSON clears it */
                        notification_emails?: string[];
                        /** @description Where notices are posted to; another address has another secret */
                        notification_webhook_url?: string;
                        expected_revision?: number;
                    };
                    "application/json": {
                        name?: string;
                        email?: string;
                        /** @description ISO 3166 alpha-2, such as IT */
                        default_country?: string;
                        /** @description IANA name, such as Europe/Rome */
                        timezone?: string;
                        /** @description An act on more contacts than this asks for their number in writing */
                        confirmation_threshold?: number;
                        /** @description A text that is one of these, whole, opts out; replaces the list */
                        opt_out_words?: string[];
                        /** @description A text that is one of these, whole, undoes an opt-out; replaces the list */
                        opt_in_words?: string[];
                        /** @description A text that is one of these, whole, is answered with help_answer; replaces the list */
                        help_words?: string[];
                        /** @description What an opt-out by text is answered with */
                        opt_out_confirmation?: string;
                        is_opt_out_confirmed?: boolean;
                        /** @description What a help word is answered with */
                        help_answer?: string;
                        is_help_answered?: boolean;
                        /**
                         * @description Whose texts are kept
                         * @enum {unknown}
                         */
                        inbound_from?: "anyone" | "contacts";
                        /** @description Write curly quotes, dashes and the like plainly, where that helps */
                        smart_encoding?: boolean;
                        /** @description A line at the end of texts to many, such as: Reply STOP to opt out */
                        opt_out_footer?: string;
                        /** @description `HH:MM`; empty in JSON: no quiet hours */
                        quiet_hours_start?: string;
                        /** @description `HH:MM`; empty in JSON: no quiet hours */
                        quiet_hours_end?: string;
                        /** @description A custom parameter with IANA names, such as `timezone`, before the number */
                        timezone_parameter?: string;
                        /** @description Days, 1 to 3650, after which words are deleted; empty: never */
                        retention_text_days?: number;
                        /** @description Days, 1 to 3650, after which all of it is deleted; empty: never */
                        retention_sms_days?: number;
                        /** @description E-mail addresses that are told; replaces the list, and [] in JSON clears it */
                        notification_emails?: string[];
                        /** @description Where notices are posted to; another address has another secret */
                        notification_webhook_url?: string;
                        expected_revision?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List campaigns */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in name, content; one or two characters only at the start. */
                    search?: string;
                    search_by?: "name" | "content";
                    /** @description Status; one of draft, scheduled, processing, paused, sent, cancelled */
                    status?: string;
                    /** @description Whom it is sent to; all, bulk, custom, filter, or the id of a segment */
                    segment?: string;
                    /** @description The device; a whole number */
                    device_id?: string;
                    /** @description The recurring campaign that made it, or 0; a whole number */
                    recurring_campaign_id?: string;
                    /** @description The RSS automation that made it, or 0; a whole number */
                    rss_automation_id?: string;
                    order_by?: "id" | "campaign_id" | "name" | "status" | "scheduled_datetime" | "attention" | "last_sent_datetime" | "datetime" | "last_datetime" | "total_sent_sms" | "total_pending_sms" | "total_failed_sms";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "scheduled_datetime" | "last_sent_datetime" | "last_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                    /** @description More keys, between commas: progress, moves */
                    include?: string;
                    /** @description 0 leaves every array of ids out */
                    include_ids?: "0" | "1";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                /** @description 0 when there is none */
                                rss_automation_id: number;
                                /** @description 0 when there is none */
                                recurring_campaign_id: number;
                                device_id: number;
                                sim_subscription_id: number;
                                user_id: number;
                                name: string;
                                content: string;
                                /** @description `all`, `bulk`, `custom`, `filter`, or the id of a segment */
                                segment: string;
                                /** @description `is_scheduled`, and the filters of a `filter` audience */
                                settings: {
                                    [key: string]: unknown;
                                };
                                /** @description A draft: who would get it now. After the launch: who it is frozen to */
                                contacts_ids: number[];
                                /** @description Those whose message was sent */
                                sent_contacts_ids: number[];
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_failed_sms: number;
                                /** @enum {string} */
                                status: "draft" | "scheduled" | "processing" | "paused" | "sent" | "cancelled";
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                scheduled_datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /** @description How many it is frozen to */
                                total_recipients: number;
                                excluded: {
                                    opted_out: number;
                                    unusable_number: number;
                                };
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                started_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                finished_datetime: string | null;
                                /** @description Why it waits for a person to release or cancel it */
                                held_reason: string | null;
                                /** @description Whether the account's `opt_out_footer` is added */
                                footer: boolean;
                                revision: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                expires_datetime: string | null;
                                /** @enum {string} */
                                quiet_hours: "account" | "own" | "off";
                                quiet_hours_start: string | null;
                                quiet_hours_end: string | null;
                                /** @description Its devices and SIMs, such as `1:1` */
                                sims: string[];
                                /** @description With include=progress. Of those sent: how many the network says arrived */
                                total_delivered_sms?: number;
                                /** @description With include=progress */
                                total_cancelled_sms?: number;
                                /** @description With include=progress. Contacts who wrote back within 30 days, to this campaign as the last that they were sent */
                                total_replies?: number;
                                /** @description With include=progress. Those of them who wrote a word that opts out */
                                total_opted_out?: number;
                                /** @description With include=progress. While it is sent: about how many texts leave in a minute, by the pace of its SIMs and what else they send */
                                rate_per_minute?: number | null;
                                /** @description With include=progress. About when its last text leaves; null while nobody can say */
                                finish_datetime?: string | null;
                                /** @description With include=progress. Why nothing of it leaves, though nobody paused it */
                                hold?: {
                                    /** @enum {string} */
                                    reason: "restored" | "sending_held" | "phone_missing" | "phone_offline" | "phone_paused" | "quiet_hours" | "month_limit" | "day_limit" | "hour_limit" | "slowed_down";
                                    title: string;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    until_datetime: string | null;
                                    device_id: number | null;
                                    device_name: string | null;
                                    sim_subscription_id: number | null;
                                } | null;
                                /** @description What may be done with it just now, and why not */
                                moves?: {
                                    verb: string;
                                    is_allowed: boolean;
                                    /** @description Why not; null when it is allowed */
                                    reason: string | null;
                                }[];
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Create a campaign
         * @description A draft, unless `send` is set.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name: string;
                        /** @description The text. Liquid variables: name, phone_number, country_code, custom_parameters.KEY */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description Required, unless sims is given */
                        device_id?: number;
                        /** @description One of the device's `sims[].subscription_id` */
                        sim_subscription_id?: number;
                        /** @description Several devices and their SIMs to share the campaign, such as `1:1,2:1` */
                        sims?: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                        /**
                         * @description `all`, `bulk`, `custom` or `filter`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Send at scheduled_datetime */
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                        /** @description Save as a draft; so too without save and send */
                        save?: boolean;
                        /** @description Send now, or at scheduled_datetime with is_scheduled */
                        send?: boolean;
                        /**
                         * @description What has not left by then is cancelled
                         * @example 2025-10-29 03:28:34
                         */
                        expires_datetime?: string;
                        /**
                         * @description `account`: the account's; `own`: quiet_hours_start to _end; `off`: none
                         * @enum {unknown}
                         */
                        quiet_hours?: "account" | "own" | "off";
                        /** @description `HH:MM`; with it, quiet_hours is `own` */
                        quiet_hours_start?: string;
                        /** @description `HH:MM` */
                        quiet_hours_end?: string;
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        /** @description With send=1: refuse it when it would go to another number of contacts */
                        expected_recipients?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        name: string;
                        /** @description The text. Liquid variables: name, phone_number, country_code, custom_parameters.KEY */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description Required, unless sims is given */
                        device_id?: number;
                        /** @description One of the device's `sims[].subscription_id` */
                        sim_subscription_id?: number;
                        /** @description Several devices and their SIMs to share the campaign, such as `1:1,2:1` */
                        sims?: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                        /**
                         * @description `all`, `bulk`, `custom` or `filter`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Send at scheduled_datetime */
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                        /** @description Save as a draft; so too without save and send */
                        save?: boolean;
                        /** @description Send now, or at scheduled_datetime with is_scheduled */
                        send?: boolean;
                        /**
                         * @description What has not left by then is cancelled
                         * @example 2025-10-29 03:28:34
                         */
                        expires_datetime?: string;
                        /**
                         * @description `account`: the account's; `own`: quiet_hours_start to _end; `off`: none
                         * @enum {unknown}
                         */
                        quiet_hours?: "account" | "own" | "off";
                        /** @description `HH:MM`; with it, quiet_hours is `own` */
                        quiet_hours_start?: string;
                        /** @description `HH:MM` */
                        quiet_hours_end?: string;
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        /** @description With send=1: refuse it when it would go to another number of contacts */
                        expected_recipients?: number;
                    };
                    "application/json": {
                        name: string;
                        /** @description The text. Liquid variables: name, phone_number, country_code, custom_parameters.KEY */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description Required, unless sims is given */
                        device_id?: number;
                        /** @description One of the device's `sims[].subscription_id` */
                        sim_subscription_id?: number;
                        /** @description Several devices and their SIMs to share the campaign, such as `1:1,2:1` */
                        sims?: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                        /**
                         * @description `all`, `bulk`, `custom` or `filter`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Send at scheduled_datetime */
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                        /** @description Save as a draft; so too without save and send */
                        save?: boolean;
                        /** @description Send now, or at scheduled_datetime with is_scheduled */
                        send?: boolean;
                        /**
                         * @description What has not left by then is cancelled
                         * @example 2025-10-29 03:28:34
                         */
                        expires_datetime?: string;
                        /**
                         * @description `account`: the account's; `own`: quiet_hours_start to _end; `off`: none
                         * @enum {unknown}
                         */
                        quiet_hours?: "account" | "own" | "off";
                        /** @description `HH:MM`; with it, quiet_hours is `own` */
                        quiet_hours_start?: string;
                        /** @description `HH:MM` */
                        quiet_hours_end?: string;
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        /** @description With send=1: refuse it when it would go to another number of contacts */
                        expected_recipients?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count campaigns by their status
         * @description Of those that the search and the filters of the list let through.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Looks in name, content; one or two characters only at the start. */
                    search?: string;
                    search_by?: "name" | "content";
                    /** @description Whom it is sent to; all, bulk, custom, filter, or the id of a segment */
                    segment?: string;
                    /** @description The device; a whole number */
                    device_id?: string;
                    /** @description The recurring campaign that made it, or 0; a whole number */
                    recurring_campaign_id?: string;
                    /** @description The RSS automation that made it, or 0; a whole number */
                    rss_automation_id?: string;
                    datetime_field?: "datetime" | "scheduled_datetime" | "last_sent_datetime" | "last_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                total: number;
                                draft: number;
                                scheduled: number;
                                processing: number;
                                paused: number;
                                sent: number;
                                cancelled: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a campaign */
        get: {
            parameters: {
                query?: {
                    /** @description More keys, between commas: progress, moves */
                    include?: string;
                    /** @description 0 leaves every array of ids out */
                    include_ids?: "0" | "1";
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                /** @description 0 when there is none */
                                rss_automation_id: number;
                                /** @description 0 when there is none */
                                recurring_campaign_id: number;
                                device_id: number;
                                sim_subscription_id: number;
                                user_id: number;
                                name: string;
                                content: string;
                                /** @description `all`, `bulk`, `custom`, `filter`, or the id of a segment */
                                segment: string;
                                /** @description `is_scheduled`, and the filters of a `filter` audience */
                                settings: {
                                    [key: string]: unknown;
                                };
                                /** @description A draft: who would get it now. After the launch: who it is frozen to */
                                contacts_ids: number[];
                                /** @description Those whose message was sent */
                                sent_contacts_ids: number[];
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_failed_sms: number;
                                /** @enum {string} */
                                status: "draft" | "scheduled" | "processing" | "paused" | "sent" | "cancelled";
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                scheduled_datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /** @description How many it is frozen to */
                                total_recipients: number;
                                excluded: {
                                    opted_out: number;
                                    unusable_number: number;
                                };
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                started_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                finished_datetime: string | null;
                                /** @description Why it waits for a person to release or cancel it */
                                held_reason: string | null;
                                /** @description Whether the account's `opt_out_footer` is added */
                                footer: boolean;
                                revision: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                expires_datetime: string | null;
                                /** @enum {string} */
                                quiet_hours: "account" | "own" | "off";
                                quiet_hours_start: string | null;
                                quiet_hours_end: string | null;
                                /** @description Its devices and SIMs, such as `1:1` */
                                sims: string[];
                                /** @description With include=progress. Of those sent: how many the network says arrived */
                                total_delivered_sms?: number;
                                /** @description With include=progress */
                                total_cancelled_sms?: number;
                                /** @description With include=progress. Contacts who wrote back within 30 days, to this campaign as the last that they were sent */
                                total_replies?: number;
                                /** @description With include=progress. Those of them who wrote a word that opts out */
                                total_opted_out?: number;
                                /** @description With include=progress. While it is sent: about how many texts leave in a minute, by the pace of its SIMs and what else they send */
                                rate_per_minute?: number | null;
                                /** @description With include=progress. About when its last text leaves; null while nobody can say */
                                finish_datetime?: string | null;
                                /** @description With include=progress. Why nothing of it leaves, though nobody paused it */
                                hold?: {
                                    /** @enum {string} */
                                    reason: "restored" | "sending_held" | "phone_missing" | "phone_offline" | "phone_paused" | "quiet_hours" | "month_limit" | "day_limit" | "hour_limit" | "slowed_down";
                                    title: string;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    until_datetime: string | null;
                                    device_id: number | null;
                                    device_name: string | null;
                                    sim_subscription_id: number | null;
                                } | null;
                                /** @description What may be done with it just now, and why not */
                                moves?: {
                                    verb: string;
                                    is_allowed: boolean;
                                    /** @description Why not; null when it is allowed */
                                    reason: string | null;
                                }[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Change a campaign
         * @description While it is `draft` or `scheduled`; its SIMs, quiet hours and end also while it is `paused`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name?: string;
                        /** @description The text. Liquid variables: name, phone_number, country_code, custom_parameters.KEY */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        device_id?: number;
                        /** @description One of the device's `sims[].subscription_id` */
                        sim_subscription_id?: number;
                        /** @description Several devices and their SIMs to share the campaign, such as `1:1,2:1` */
                        sims?: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                        /**
                         * @description `all`, `bulk`, `custom` or `filter`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Send at scheduled_datetime */
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                        /** @description Save as a draft; so too without save and send */
                        save?: boolean;
                        /** @description Send now, or at scheduled_datetime with is_scheduled */
                        send?: boolean;
                        /**
                         * @description What has not left by then is cancelled
                         * @example 2025-10-29 03:28:34
                         */
                        expires_datetime?: string;
                        /**
                         * @description `account`: the account's; `own`: quiet_hours_start to _end; `off`: none
                         * @enum {unknown}
                         */
                        quiet_hours?: "account" | "own" | "off";
                        /** @description `HH:MM`; with it, quiet_hours is `own` */
                        quiet_hours_start?: string;
                        /** @description `HH:MM` */
                        quiet_hours_end?: string;
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        /** @description With send=1: refuse it when it would go to another number of contacts */
                        expected_recipients?: number;
                        expected_revision?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        /** @description The text. Liquid variables: name, phone_number, country_code, custom_parameters.KEY */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        device_id?: number;
                        /** @description One of the device's `sims[].subscription_id` */
                        sim_subscription_id?: number;
                        /** @description Several devices and their SIMs to share the campaign, such as `1:1,2:1` */
                        sims?: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                        /**
                         * @description `all`, `bulk`, `custom` or `filter`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Send at scheduled_datetime */
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                        /** @description Save as a draft; so too without save and send */
                        save?: boolean;
                        /** @description Send now, or at scheduled_datetime with is_scheduled */
                        send?: boolean;
                        /**
                         * @description What has not left by then is cancelled
                         * @example 2025-10-29 03:28:34
                         */
                        expires_datetime?: string;
                        /**
                         * @description `account`: the account's; `own`: quiet_hours_start to _end; `off`: none
                         * @enum {unknown}
                         */
                        quiet_hours?: "account" | "own" | "off";
                        /** @description `HH:MM`; with it, quiet_hours is `own` */
                        quiet_hours_start?: string;
                        /** @description `HH:MM` */
                        quiet_hours_end?: string;
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        /** @description With send=1: refuse it when it would go to another number of contacts */
                        expected_recipients?: number;
                        expected_revision?: number;
                    };
                    "application/json": {
                        name?: string;
                        /** @description The text. Liquid variables: name, phone_number, country_code, custom_parameters.KEY */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        device_id?: number;
                        /** @description One of the device's `sims[].subscription_id` */
                        sim_subscription_id?: number;
                        /** @description Several devices and their SIMs to share the campaign, such as `1:1,2:1` */
                        sims?: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                        /**
                         * @description `all`, `bulk`, `custom` or `filter`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Send at scheduled_datetime */
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                        /** @description Save as a draft; so too without save and send */
                        save?: boolean;
                        /** @description Send now, or at scheduled_datetime with is_scheduled */
                        send?: boolean;
                        /**
                         * @description What has not left by then is cancelled
                         * @example 2025-10-29 03:28:34
                         */
                        expires_datetime?: string;
                        /**
                         * @description `account`: the account's; `own`: quiet_hours_start to _end; `off`: none
                         * @enum {unknown}
                         */
                        quiet_hours?: "account" | "own" | "off";
                        /** @description `HH:MM`; with it, quiet_hours is `own` */
                        quiet_hours_start?: string;
                        /** @description `HH:MM` */
                        quiet_hours_end?: string;
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        /** @description With send=1: refuse it when it would go to another number of contacts */
                        expected_recipients?: number;
                        expected_revision?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        /**
         * Delete a campaign
         * @description Withdraws its pending messages. All of them stay in `/api/sms`.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a campaign
         * @description Nothing more is handed to a phone.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a campaign
         * @description Back to where it was paused.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release a campaign that came back from a backup
         * @description What is pending of it may have been sent since the backup was made, and is sent now. To send none of it, cancel it.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a campaign
         * @description What is pending is cancelled, for good.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Duplicate a campaign
         * @description Answers the id of the new draft.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the text to one number
         * @description A single sms that counts nowhere in the campaign.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        phone_number: string;
                    };
                    "application/x-www-form-urlencoded": {
                        phone_number: string;
                    };
                    "application/json": {
                        phone_number: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                sms_ids: number[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the failed messages again
         * @description Never those that may have gone out; each of these a person may retry at `/api/sms/{id}/retry`. Nor those that would fail for the same reason: see `is_retryable` in the statistics.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description Of these kinds of failure only: `code` of the statistics. If not given, all */
                        codes?: ("no_service" | "radio_off" | "too_fast" | "no_sim" | "no_permission" | "phone_clock" | "refused" | "phone_fault" | "phone_removed" | "too_long_for_sim" | "other")[];
                        /** @description These texts only, at most 1000 */
                        sms_ids?: string | number[];
                        /** @description Refuse it when another number would be sent again */
                        expected_recipients?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description Of these kinds of failure only: `code` of the statistics. If not given, all */
                        codes?: ("no_service" | "radio_off" | "too_fast" | "no_sim" | "no_permission" | "phone_clock" | "refused" | "phone_fault" | "phone_removed" | "too_long_for_sim" | "other")[];
                        /** @description These texts only, at most 1000 */
                        sms_ids?: string | number[];
                        /** @description Refuse it when another number would be sent again */
                        expected_recipients?: number;
                    };
                    "application/json": {
                        /** @description Of these kinds of failure only: `code` of the statistics. If not given, all */
                        codes?: ("no_service" | "radio_off" | "too_fast" | "no_sim" | "no_permission" | "phone_clock" | "refused" | "phone_fault" | "phone_removed" | "too_long_for_sim" | "other")[];
                        /** @description These texts only, at most 1000 */
                        sms_ids?: string | number[];
                        /** @description Refuse it when another number would be sent again */
                        expected_recipients?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                /** @description How many are sent again */
                                retried: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a campaign
         * @description Takes what creating one takes, none of it required. To whom it would go, what they would get, in how many parts, and until when. Nothing is written.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name?: string;
                        /** @description The text. Liquid variables: name, phone_number, country_code, custom_parameters.KEY */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        device_id?: number;
                        /** @description One of the device's `sims[].subscription_id` */
                        sim_subscription_id?: number;
                        /** @description Several devices and their SIMs to share the campaign, such as `1:1,2:1` */
                        sims?: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                        /**
                         * @description `all`, `bulk`, `custom` or `filter`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Send at scheduled_datetime */
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                        /** @description Save as a draft; so too without save and send */
                        save?: boolean;
                        /** @description Send now, or at scheduled_datetime with is_scheduled */
                        send?: boolean;
                        /**
                         * @description What has not left by then is cancelled
                         * @example 2025-10-29 03:28:34
                         */
                        expires_datetime?: string;
                        /**
                         * @description `account`: the account's; `own`: quiet_hours_start to _end; `off`: none
                         * @enum {unknown}
                         */
                        quiet_hours?: "account" | "own" | "off";
                        /** @description `HH:MM`; with it, quiet_hours is `own` */
                        quiet_hours_start?: string;
                        /** @description `HH:MM` */
                        quiet_hours_end?: string;
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        /** @description Without `segment`: to whom this campaign would go, as it is stored */
                        campaign_id?: number;
                        /** @description Whose texts to show, at most 100; if not given, some are chosen */
                        preview_contacts_ids?: string | number[];
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        /** @description The text. Liquid variables: name, phone_number, country_code, custom_parameters.KEY */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        device_id?: number;
                        /** @description One of the device's `sims[].subscription_id` */
                        sim_subscription_id?: number;
                        /** @description Several devices and their SIMs to share the campaign, such as `1:1,2:1` */
                        sims?: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                        /**
                         * @description `all`, `bulk`, `custom` or `filter`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Send at scheduled_datetime */
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                        /** @description Save as a draft; so too without save and send */
                        save?: boolean;
                        /** @description Send now, or at scheduled_datetime with is_scheduled */
                        send?: boolean;
                        /**
                         * @description What has not left by then is cancelled
                         * @example 2025-10-29 03:28:34
                         */
                        expires_datetime?: string;
                        /**
                         * @description `account`: the account's; `own`: quiet_hours_start to _end; `off`: none
                         * @enum {unknown}
                         */
                        quiet_hours?: "account" | "own" | "off";
                        /** @description `HH:MM`; with it, quiet_hours is `own` */
                        quiet_hours_start?: string;
                        /** @description `HH:MM` */
                        quiet_hours_end?: string;
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        /** @description Without `segment`: to whom this campaign would go, as it is stored */
                        campaign_id?: number;
                        /** @description Whose texts to show, at most 100; if not given, some are chosen */
                        preview_contacts_ids?: string | number[];
                    };
                    "application/json": {
                        name?: string;
                        /** @description The text. Liquid variables: name, phone_number, country_code, custom_parameters.KEY */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        device_id?: number;
                        /** @description One of the device's `sims[].subscription_id` */
                        sim_subscription_id?: number;
                        /** @description Several devices and their SIMs to share the campaign, such as `1:1,2:1` */
                        sims?: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                        /**
                         * @description `all`, `bulk`, `custom` or `filter`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Send at scheduled_datetime */
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                        /** @description Save as a draft; so too without save and send */
                        save?: boolean;
                        /** @description Send now, or at scheduled_datetime with is_scheduled */
                        send?: boolean;
                        /**
                         * @description What has not left by then is cancelled
                         * @example 2025-10-29 03:28:34
                         */
                        expires_datetime?: string;
                        /**
                         * @description `account`: the account's; `own`: quiet_hours_start to _end; `off`: none
                         * @enum {unknown}
                         */
                        quiet_hours?: "account" | "own" | "off";
                        /** @description `HH:MM`; with it, quiet_hours is `own` */
                        quiet_hours_start?: string;
                        /** @description `HH:MM` */
                        quiet_hours_end?: string;
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        /** @description Without `segment`: to whom this campaign would go, as it is stored */
                        campaign_id?: number;
                        /** @description Whose texts to show, at most 100; if not given, some are chosen */
                        preview_contacts_ids?: string | number[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                total_matched: number;
                                /** @description Who would get it; counted one by one */
                                total_recipients: number;
                                excluded: {
                                    opted_out: number;
                                    unusable_number: number;
                                };
                                /** @description Whether parts, missing and total_parts are those of a sample */
                                is_estimate: boolean;
                                /** @description Recipients to look at, or those of preview_contacts_ids */
                                sample: {
                                    id: number;
                                    name: string | null;
                                    phone_number: string;
                                    country_code: string | null;
                                    custom_parameters: {
                                        [key: string]: unknown;
                                    };
                                }[];
                                /** @description What each of the sample would get */
                                rendered: {
                                    contact_id: number | null;
                                    /** @description As it is sent, the footer too */
                                    content: string | null;
                                    /** @description Why there is no text for this contact */
                                    error: string | null;
                                    /** @enum {string|null} */
                                    encoding: "gsm7" | "ucs2" | null;
                                    /** @description Septets, or UTF-16 units */
                                    units: number;
                                    parts: number;
                                    /** @description Where each part after the first begins, in UTF-16 units from 0 */
                                    part_breaks: number[];
                                    /** @description The characters that the small alphabet lacks */
                                    odd_characters: {
                                        character: string;
                                        /** @description In UTF-16 units, from 0 */
                                        positions: number[];
                                        /** @description What says the same in the small alphabet; null for nothing */
                                        replacement: string | null;
                                    }[];
                                }[];
                                /** @description The characters that the small alphabet lacks */
                                odd_characters: {
                                    character: string;
                                    /** @description In UTF-16 units, from 0 */
                                    positions: number[];
                                    /** @description What says the same in the small alphabet; null for nothing */
                                    replacement: string | null;
                                }[];
                                /** @description How many texts have so many parts: `{"1": 3908, "2": 212}` */
                                parts: {
                                    [key: string]: number;
                                };
                                total_parts: number;
                                /** @description How many lack what the text speaks of */
                                missing: {
                                    key: string;
                                    total: number;
                                }[];
                                /** @description `error`: it cannot be sent, or nobody would get it */
                                problems: {
                                    title: string;
                                    field: string | null;
                                    code: string;
                                    /** @enum {string} */
                                    severity: "error" | "warning";
                                }[];
                                /** @description How many parts would leave on each day of the account, for the first 31 */
                                runway: {
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    start: string;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    end: string;
                                    parts: number;
                                }[];
                                /** @description From its start to its end: when parts leave and when not, to a quarter of an hour */
                                timeline: {
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    start: string;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    end: string;
                                    parts: number;
                                    /**
                                     * @description Why none leave: `budget` of the SIMs, `others_first` in the queue
                                     * @enum {string|null}
                                     */
                                    reason: "quiet_hours" | "budget" | "others_first" | null;
                                }[];
                                /** @description How many parts would leave from each SIM */
                                sims: {
                                    device_id: number;
                                    sim_subscription_id: number;
                                    parts: number;
                                }[];
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                finish_datetime: string | null;
                                /** @description The word for opting out that the text or its footer names */
                                opt_out_word: string | null;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what happened to the texts of a campaign
         * @description By time, by SIM and by reason, of the texts whose rows are kept; the totals of the campaign count those too that retention has removed.
         */
        get: {
            parameters: {
                query?: {
                    /** @description How much time one entry of the timeline is; widened to at most 500 entries */
                    bucket_seconds?: number;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @description As it was asked for, or more */
                                bucket_seconds: number;
                                /** @description What left, arrived and failed from this moment on; empty ones are left out */
                                timeline: {
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    datetime: string;
                                    sent: number;
                                    delivered: number;
                                    failed: number;
                                }[];
                                sims: {
                                    device_id: number;
                                    device_name: string;
                                    sim_subscription_id: number;
                                    sent: number;
                                    /** @description Of those that were sent */
                                    delivered: number;
                                    failed: number;
                                    cancelled: number;
                                    pending: number;
                                    /** @description Of those pending: in the hands of the phone */
                                    on_phone: number;
                                }[];
                                errors: {
                                    /** @enum {string} */
                                    code: "no_service" | "radio_off" | "too_fast" | "number_not_allowed" | "undeliverable" | "no_sim" | "no_permission" | "phone_clock" | "refused" | "phone_fault" | "phone_removed" | "too_long_for_sim" | "not_made" | "opted_out" | "unknown" | "other";
                                    /** @description In plain words */
                                    title: string;
                                    /** @description One of them, as the phone said it */
                                    error: string;
                                    /** @description Whether sending them again may help */
                                    is_retryable: boolean;
                                    total: number;
                                    /** @description How many a retry would send again: not those who have opted out since */
                                    total_retryable: number;
                                }[];
                                cancellations: {
                                    /** @enum {string} */
                                    code: "opted_out" | "cancelled" | "expired" | "deleted" | "number_not_allowed" | "other";
                                    /** @description In plain words */
                                    title: string;
                                    /** @description One of them, as the phone said it */
                                    error: string;
                                    /** @description Whether sending them again may help */
                                    is_retryable: boolean;
                                    total: number;
                                    /** @description How many a retry would send again: not those who have opted out since */
                                    total_retryable: number;
                                }[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opt-outs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List opt-outs
         * @description By number, also of deleted contacts. With `Accept: text/csv` all of them are answered as a file.
         */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in phone_number; one or two characters only at the start. */
                    search?: string;
                    search_by?: "phone_number";
                    order_by?: "id" | "phone_number" | "datetime";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                phone_number: string;
                                /** @description Who has the number now; null when nobody has */
                                contact_id: number | null;
                                /**
                                 * @description null: from before there were records
                                 * @enum {string|null}
                                 */
                                how: "reply" | "api" | "import" | "list" | null;
                                /** @description What was written */
                                text: string | null;
                                note: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                contact_name: string | null;
                                import_id: number | null;
                                /** @description Of the import */
                                file_name: string | null;
                                /** @description Where it stood in the file */
                                line: number | null;
                                /** @description Who did it, or the name of the key */
                                person: string | null;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Bring opt-outs along
         * @description At most 100,000 numbers; an import takes more. They need not be contacts. What is pending of those that are is cancelled; nobody is told.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description One phone number per line or between commas, or a JSON array of them */
                        phone_numbers: string | string[];
                        /** @description Where they come from; kept in the record of each */
                        consent_note?: string;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description One phone number per line or between commas, or a JSON array of them */
                        phone_numbers: string | string[];
                        /** @description Where they come from; kept in the record of each */
                        consent_note?: string;
                    };
                    "application/json": {
                        /** @description One phone number per line or between commas, or a JSON array of them */
                        phone_numbers: string | string[];
                        /** @description Where they come from; kept in the record of each */
                        consent_note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                added: number;
                                known: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opt-out-words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the words that count until an account changes them */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                word: string;
                                language: string;
                                /** @enum {string} */
                                action: "opt_out" | "opt_in" | "help";
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opt-out-words/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what a text would do
         * @description By the words of the account. `action` is null where the text is one like any other. An opt-in word is one too where there is no opt-out to undo.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        text: string;
                    };
                    "application/x-www-form-urlencoded": {
                        text: string;
                    };
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @enum {string|null} */
                                action: "opt_out" | "opt_in" | "help" | null;
                                word: string | null;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{id}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the record of the consent of a contact
         * @description Of its number, newest first: also from before the contact was made.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /** @enum {string} */
                                change: "opted_out" | "opted_in";
                                /**
                                 * @description reply: the contact wrote it; api: the contact was changed; import: a file said so; list: brought along
                                 * @enum {string}
                                 */
                                how: "reply" | "api" | "import" | "list";
                                /** @description What the contact wrote */
                                text: string | null;
                                /** @description The message, which may have been deleted since */
                                sms_id: number | null;
                                import_id: number | null;
                                /** @description Where it stood in the file */
                                line: number | null;
                                /** @description Who changed it, or the name of the key */
                                person: string | null;
                                note: string | null;
                                /** @description Of the import */
                                file_name: string | null;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List contacts */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in phone_number, name; one or two characters only at the start. */
                    search?: string;
                    search_by?: "phone_number" | "name";
                    /** @description Who has opted out; one of 1, 0, true, false, on, off, yes, no */
                    has_opted_out?: string;
                    /** @description Whose number is one; senders such as MYBANK cannot be written to; one of 1, 0, true, false, on, off, yes, no */
                    can_be_sent_to?: string;
                    /** @description Who gets what is sent to many; one of 1, 0, true, false, on, off, yes, no */
                    may_be_texted?: string;
                    /** @description The continent of the number; one of AF, AN, AS, EU, NA, OC, SA */
                    continent_code?: string;
                    /** @description The country of the number; a country code of ISO 3166 with two letters, such as IT */
                    country_code?: string;
                    order_by?: "id" | "contact_id" | "name" | "phone_number" | "last_sent_datetime" | "last_received_datetime" | "datetime" | "last_datetime" | "total_sent_sms" | "total_pending_sms" | "total_failed_sms" | "total_received_sms";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "last_datetime" | "last_sent_datetime" | "last_received_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                user_id: number;
                                name: string | null;
                                /** @description In E.164; of a sender that is no number, as it came */
                                phone_number: string;
                                /** @description Texts, numbers and booleans by keys of your own */
                                custom_parameters: {
                                    [key: string]: unknown;
                                };
                                /** @description AF, AN, AS, EU, NA, OC or SA */
                                continent_code: string | null;
                                /** @description ISO 3166 alpha-2, from the number */
                                country_code: string | null;
                                has_opted_out: boolean;
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_failed_sms: number;
                                total_received_sms: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_received_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                revision: number;
                                /** @description False for senders that are no number */
                                can_be_sent_to: boolean;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Create a contact
         * @description A number that has opted out before is opted out again, whatever the request says.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description In any way a person writes it; without + it is read in the account's default country */
                        phone_number: string;
                        name?: string;
                        /** @description Keys and values of your own. An empty value removes its key on an update. */
                        custom_parameters?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @description In a form: `custom_parameter_key[0]` and so on */
                        custom_parameter_key?: string[];
                        /** @description The values, by the same indexes */
                        custom_parameter_value?: string[];
                        /** @description Remembered for the number, also when the contact is deleted */
                        has_opted_out?: boolean;
                        /** @description How the contact opted out or in; kept in the record of its consent */
                        consent_note?: string;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description In any way a person writes it; without + it is read in the account's default country */
                        phone_number: string;
                        name?: string;
                        /** @description Keys and values of your own. An empty value removes its key on an update. */
                        custom_parameters?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @description In a form: `custom_parameter_key[0]` and so on */
                        custom_parameter_key?: string[];
                        /** @description The values, by the same indexes */
                        custom_parameter_value?: string[];
                        /** @description Remembered for the number, also when the contact is deleted */
                        has_opted_out?: boolean;
                        /** @description How the contact opted out or in; kept in the record of its consent */
                        consent_note?: string;
                    };
                    "application/json": {
                        /** @description In any way a person writes it; without + it is read in the account's default country */
                        phone_number: string;
                        name?: string;
                        /** @description Keys and values of your own. An empty value removes its key on an update. */
                        custom_parameters?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @description In a form: `custom_parameter_key[0]` and so on */
                        custom_parameter_key?: string[];
                        /** @description The values, by the same indexes */
                        custom_parameter_value?: string[];
                        /** @description Remembered for the number, also when the contact is deleted */
                        has_opted_out?: boolean;
                        /** @description How the contact opted out or in; kept in the record of its consent */
                        consent_note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count contacts
         * @description With the search and the filters of the list.
         */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in phone_number, name; one or two characters only at the start. */
                    search?: string;
                    search_by?: "phone_number" | "name";
                    /** @description Who has opted out; one of 1, 0, true, false, on, off, yes, no */
                    has_opted_out?: string;
                    /** @description Whose number is one; senders such as MYBANK cannot be written to; one of 1, 0, true, false, on, off, yes, no */
                    can_be_sent_to?: string;
                    /** @description Who gets what is sent to many; one of 1, 0, true, false, on, off, yes, no */
                    may_be_texted?: string;
                    /** @description The continent of the number; one of AF, AN, AS, EU, NA, OC, SA */
                    continent_code?: string;
                    /** @description The country of the number; a country code of ISO 3166 with two letters, such as IT */
                    country_code?: string;
                    order_by?: "id" | "contact_id" | "name" | "phone_number" | "last_sent_datetime" | "last_received_datetime" | "datetime" | "last_datetime" | "total_sent_sms" | "total_pending_sms" | "total_failed_sms" | "total_received_sms";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "last_datetime" | "last_sent_datetime" | "last_received_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                total: number;
                                may_be_texted: number;
                                opted_out: number;
                                /** @description Of those who have not opted out: senders that are no number */
                                cannot_be_sent_to: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a contact */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                user_id: number;
                                name: string | null;
                                /** @description In E.164; of a sender that is no number, as it came */
                                phone_number: string;
                                /** @description Texts, numbers and booleans by keys of your own */
                                custom_parameters: {
                                    [key: string]: unknown;
                                };
                                /** @description AF, AN, AS, EU, NA, OC or SA */
                                continent_code: string | null;
                                /** @description ISO 3166 alpha-2, from the number */
                                country_code: string | null;
                                has_opted_out: boolean;
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_failed_sms: number;
                                total_received_sms: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_received_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                revision: number;
                                /** @description False for senders that are no number */
                                can_be_sent_to: boolean;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Change a contact
         * @description Opting out cancels what is pending. A new number brings along whether it has opted out.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description In any way a person writes it; without + it is read in the account's default country */
                        phone_number?: string;
                        name?: string;
                        /** @description Keys and values of your own. An empty value removes its key on an update. */
                        custom_parameters?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @description In a form: `custom_parameter_key[0]` and so on */
                        custom_parameter_key?: string[];
                        /** @description The values, by the same indexes */
                        custom_parameter_value?: string[];
                        /** @description Remembered for the number, also when the contact is deleted */
                        has_opted_out?: boolean;
                        /** @description How the contact opted out or in; kept in the record of its consent */
                        consent_note?: string;
                        expected_revision?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description In any way a person writes it; without + it is read in the account's default country */
                        phone_number?: string;
                        name?: string;
                        /** @description Keys and values of your own. An empty value removes its key on an update. */
                        custom_parameters?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @description In a form: `custom_parameter_key[0]` and so on */
                        custom_parameter_key?: string[];
                        /** @description The values, by the same indexes */
                        custom_parameter_value?: string[];
                        /** @description Remembered for the number, also when the contact is deleted */
                        has_opted_out?: boolean;
                        /** @description How the contact opted out or in; kept in the record of its consent */
                        consent_note?: string;
                        expected_revision?: number;
                    };
                    "application/json": {
                        /** @description In any way a person writes it; without + it is read in the account's default country */
                        phone_number?: string;
                        name?: string;
                        /** @description Keys and values of your own. An empty value removes its key on an update. */
                        custom_parameters?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @description In a form: `custom_parameter_key[0]` and so on */
                        custom_parameter_key?: string[];
                        /** @description The values, by the same indexes */
                        custom_parameter_value?: string[];
                        /** @description Remembered for the number, also when the contact is deleted */
                        has_opted_out?: boolean;
                        /** @description How the contact opted out or in; kept in the record of its consent */
                        consent_note?: string;
                        expected_revision?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        /**
         * Delete a contact
         * @description Withdraws its pending messages and deletes all of them.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List conversations
         * @description One for each contact who has written or been answered. Newest first by what was last received or answered.
         */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in phone_number, name; one or two characters only at the start. */
                    search?: string;
                    search_by?: "phone_number" | "name";
                    /** @description Who has written what nobody has read; one of 1, 0, true, false, on, off, yes, no */
                    is_unread?: string;
                    /** @description Whose newest text has failed; one of 1, 0, true, false, on, off, yes, no */
                    has_failed?: string;
                    order_by?: "datetime" | "id" | "unread";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @description That of the contact */
                                id: number;
                                contact: {
                                    id: number;
                                    user_id: number;
                                    name: string | null;
                                    /** @description In E.164; of a sender that is no number, as it came */
                                    phone_number: string;
                                    /** @description Texts, numbers and booleans by keys of your own */
                                    custom_parameters: {
                                        [key: string]: unknown;
                                    };
                                    /** @description AF, AN, AS, EU, NA, OC or SA */
                                    continent_code: string | null;
                                    /** @description ISO 3166 alpha-2, from the number */
                                    country_code: string | null;
                                    has_opted_out: boolean;
                                    total_sent_sms: number;
                                    total_pending_sms: number;
                                    total_failed_sms: number;
                                    total_received_sms: number;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    last_sent_datetime: string | null;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    last_received_datetime: string | null;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    last_datetime: string | null;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    datetime: string;
                                    revision: number;
                                    /** @description False for senders that are no number */
                                    can_be_sent_to: boolean;
                                };
                                /** @description The newest text to or from the contact; null when all have been deleted */
                                last_sms: {
                                    sms_id: number;
                                    device_id: number;
                                    sim_subscription_id: number;
                                    contact_id: number;
                                    /** @description 0 when it belongs to none, like the other origins */
                                    campaign_id: number;
                                    flow_id: number;
                                    rss_automation_id: number;
                                    recurring_campaign_id: number;
                                    user_id: number;
                                    /** @enum {string} */
                                    type: "sent" | "received";
                                    content: string;
                                    /** @enum {string} */
                                    status: "pending" | "sent" | "failed" | "cancelled" | "received";
                                    /** @description Why it failed or was cancelled, or what is not known of it */
                                    error: string | null;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    scheduled_datetime: string;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    datetime: string;
                                    phone_number: string;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    delivered_datetime: string | null;
                                    /** @description How many SMS the network bills */
                                    parts: number;
                                    /** @description Failed without knowing; only a person may send it again */
                                    may_have_gone_out: boolean;
                                    /**
                                     * @description reply: answered in a conversation; confirmation: answered to an opt-out or help word; test: of a campaign
                                     * @enum {string}
                                     */
                                    purpose: "ordinary" | "reply" | "confirmation" | "test";
                                    /** @description Pending, and in the hands of a phone */
                                    is_on_phone: boolean;
                                    /**
                                     * @description The kind of `error` of one that failed or was cancelled
                                     * @enum {string|null}
                                     */
                                    error_code: "no_service" | "radio_off" | "too_fast" | "number_not_allowed" | "undeliverable" | "no_sim" | "no_permission" | "phone_clock" | "refused" | "phone_fault" | "phone_removed" | "too_long_for_sim" | "not_made" | "opted_out" | "unknown" | "other" | "cancelled" | "expired" | "deleted" | null;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    sent_datetime: string | null;
                                    /** @description When it failed or was cancelled */
                                    finished_datetime: string | null;
                                } | null;
                                /** @description How many received texts nobody has read */
                                unread: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            /** @description Unread texts in all conversations */
                            unread_total: number;
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/sms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the texts of a conversation
         * @description At most 50, newest first.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only what is older than this one */
                    before_sms_id?: number;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                sms_id: number;
                                device_id: number;
                                sim_subscription_id: number;
                                contact_id: number;
                                /** @description 0 when it belongs to none, like the other origins */
                                campaign_id: number;
                                flow_id: number;
                                rss_automation_id: number;
                                recurring_campaign_id: number;
                                user_id: number;
                                /** @enum {string} */
                                type: "sent" | "received";
                                content: string;
                                /** @enum {string} */
                                status: "pending" | "sent" | "failed" | "cancelled" | "received";
                                /** @description Why it failed or was cancelled, or what is not known of it */
                                error: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                scheduled_datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                phone_number: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                delivered_datetime: string | null;
                                /** @description How many SMS the network bills */
                                parts: number;
                                /** @description Failed without knowing; only a person may send it again */
                                may_have_gone_out: boolean;
                                /**
                                 * @description reply: answered in a conversation; confirmation: answered to an opt-out or help word; test: of a campaign
                                 * @enum {string}
                                 */
                                purpose: "ordinary" | "reply" | "confirmation" | "test";
                                /** @description Pending, and in the hands of a phone */
                                is_on_phone: boolean;
                                /**
                                 * @description The kind of `error` of one that failed or was cancelled
                                 * @enum {string|null}
                                 */
                                error_code: "no_service" | "radio_off" | "too_fast" | "number_not_allowed" | "undeliverable" | "no_sim" | "no_permission" | "phone_clock" | "refused" | "phone_fault" | "phone_removed" | "too_long_for_sim" | "not_made" | "opted_out" | "unknown" | "other" | "cancelled" | "expired" | "deleted" | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                sent_datetime: string | null;
                                /** @description When it failed or was cancelled */
                                finished_datetime: string | null;
                            }[];
                            /** @description Where to go on; null when there is no more */
                            next_before_sms_id: number | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a conversation as read */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description Up to this text; without it, all */
                        up_to_sms_id?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description Up to this text; without it, all */
                        up_to_sms_id?: number;
                    };
                    "application/json": {
                        /** @description Up to this text; without it, all */
                        up_to_sms_id?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark the newest received text as unread */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a contact
         * @description From the SIM that the contact wrote to last, or, when that is gone, from the one that it was last written from; another may be named.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        content: string;
                        device_id?: number;
                        sim_subscription_id?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        content: string;
                        device_id?: number;
                        sim_subscription_id?: number;
                    };
                    "application/json": {
                        content: string;
                        device_id?: number;
                        sim_subscription_id?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                sms_ids: number[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/custom-parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the keys of custom parameters
         * @description The hundred most frequent, whose name holds `search`.
         */
        get: {
            parameters: {
                query?: {
                    search?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                key: string;
                                /** @description Contacts that have it */
                                total: number;
                                /**
                                 * @description What its values are; `mixed` where some are numbers or dates and others are not
                                 * @enum {unknown}
                                 */
                                kind: "text" | "number" | "date" | "mixed";
                                /** @description The most frequent values, up to three */
                                examples: string[];
                            }[];
                            /** @description Above 10,000 contacts, totals are made from a sample, and what is rare may not be in it */
                            is_estimate: boolean;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/custom-parameters/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the values of a custom parameter
         * @description The hundred most frequent that hold `search`, without regard to case.
         */
        get: {
            parameters: {
                query: {
                    key: string;
                    search?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                value: string;
                                /** @description Contacts that have it */
                                total: number;
                            }[];
                            /** @description Above 10,000 contacts, totals are made from a sample, and what is rare may not be in it */
                            is_estimate: boolean;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List devices */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in name; one or two characters only at the start. */
                    search?: string;
                    search_by?: "name";
                    order_by?: "id" | "device_id" | "name" | "last_ping_datetime" | "last_sent_datetime" | "last_received_datetime" | "datetime" | "last_datetime" | "total_sent_sms" | "total_pending_sms" | "total_failed_sms" | "total_received_sms" | "attention";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "last_datetime" | "last_ping_datetime" | "last_sent_datetime" | "last_received_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                user_id: number;
                                name: string;
                                notifications: string[];
                                settings: Record<string, never>;
                                sims: {
                                    /** @description What a client gives as sim_subscription_id */
                                    subscription_id: number;
                                    phone_number: string | null;
                                    carrier_name: string | null;
                                    display_name: string | null;
                                    slot_index: number | null;
                                    max_per_minute: number;
                                    max_per_hour: number;
                                    max_per_day: number;
                                    max_per_month: number;
                                    gap_min_seconds: number;
                                    gap_max_seconds: number;
                                    /** @description Parts sent in the present minute, hour, day and month of the account's clock */
                                    used: {
                                        minute: number;
                                        hour: number;
                                        day: number;
                                        month: number;
                                    };
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    day_resets_datetime: string;
                                    /** @description A long text waits until then, since a budget lacks room for it */
                                    held_until_datetime: string | null;
                                    /** @description It was refused for its limits, and sends more slowly until then */
                                    slowed_until_datetime: string | null;
                                    /** @description Parts a minute while it is slowed down */
                                    slowed_per_minute: number | null;
                                    /** @description It is given nothing new; `heir` is */
                                    is_draining: boolean;
                                    /** @description The device and SIM that takes its place: `2:1` */
                                    heir: string | null;
                                }[];
                                device_model: string | null;
                                device_brand: string | null;
                                device_os: string | null;
                                device_battery: number | null;
                                device_is_charging: boolean | null;
                                ip: string | null;
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_received_sms: number;
                                total_failed_sms: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_received_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_ping_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                is_paused: boolean;
                                /** @description A program that behaves like a phone, for demos */
                                is_pretend: boolean;
                                app_version: string | null;
                                /** @description How far the phone's clock is off, when it is more than five minutes */
                                clock_skew_seconds: number | null;
                                revision: number;
                                /** @description How many no phone has taken yet */
                                total_movable_sms: number;
                                /**
                                 * @description As it is now: `new` has not been seen yet, `offline` has given no sign for two minutes (20, if it only polls)
                                 * @enum {string}
                                 */
                                status: "new" | "paused" | "draining" | "offline" | "online";
                                /** @description The last sign of the phone: a request, a ping or its open stream */
                                last_heard_datetime: string | null;
                                /** @description Its last sign, when it is offline, also while it is paused */
                                offline_since_datetime: string | null;
                                /** @description A newer app is recommended; its checks say why */
                                is_app_old: boolean;
                                /**
                                 * @description At the last ping
                                 * @enum {string|null}
                                 */
                                network: "none" | "wifi" | "ethernet" | "cellular" | "2g" | "3g" | "4g" | "5g" | null;
                                /** @description It can be told of new work at once */
                                is_listening: boolean;
                                /** @description A pretend phone that runs inside Simcast */
                                is_hosted: boolean;
                                /** @description What may be done with it just now, and why not */
                                moves: {
                                    verb: string;
                                    is_allowed: boolean;
                                    /** @description Why not; null when it is allowed */
                                    reason: string | null;
                                }[];
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a device
         * @description Answers the token that the phone enrols with, once. See docs/PHONES.md for what to type where.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description What you call the phone */
                        name: string;
                        /** @description For a program that behaves like a phone: without a pace limit */
                        is_pretend?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description What you call the phone */
                        name: string;
                        /** @description For a program that behaves like a phone: without a pace limit */
                        is_pretend?: boolean;
                    };
                    "application/json": {
                        /** @description What you call the phone */
                        name: string;
                        /** @description For a program that behaves like a phone: without a pace limit */
                        is_pretend?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                /** @description What the phone enrols with; shown this once */
                                token: string;
                                /** @description What is put into the app beside it, as its API URL */
                                address: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a device */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                user_id: number;
                                name: string;
                                notifications: string[];
                                settings: Record<string, never>;
                                sims: {
                                    /** @description What a client gives as sim_subscription_id */
                                    subscription_id: number;
                                    phone_number: string | null;
                                    carrier_name: string | null;
                                    display_name: string | null;
                                    slot_index: number | null;
                                    max_per_minute: number;
                                    max_per_hour: number;
                                    max_per_day: number;
                                    max_per_month: number;
                                    gap_min_seconds: number;
                                    gap_max_seconds: number;
                                    /** @description Parts sent in the present minute, hour, day and month of the account's clock */
                                    used: {
                                        minute: number;
                                        hour: number;
                                        day: number;
                                        month: number;
                                    };
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    day_resets_datetime: string;
                                    /** @description A long text waits until then, since a budget lacks room for it */
                                    held_until_datetime: string | null;
                                    /** @description It was refused for its limits, and sends more slowly until then */
                                    slowed_until_datetime: string | null;
                                    /** @description Parts a minute while it is slowed down */
                                    slowed_per_minute: number | null;
                                    /** @description It is given nothing new; `heir` is */
                                    is_draining: boolean;
                                    /** @description The device and SIM that takes its place: `2:1` */
                                    heir: string | null;
                                }[];
                                device_model: string | null;
                                device_brand: string | null;
                                device_os: string | null;
                                device_battery: number | null;
                                device_is_charging: boolean | null;
                                ip: string | null;
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_received_sms: number;
                                total_failed_sms: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_received_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_ping_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                is_paused: boolean;
                                /** @description A program that behaves like a phone, for demos */
                                is_pretend: boolean;
                                app_version: string | null;
                                /** @description How far the phone's clock is off, when it is more than five minutes */
                                clock_skew_seconds: number | null;
                                revision: number;
                                /** @description How many no phone has taken yet */
                                total_movable_sms: number;
                                /**
                                 * @description As it is now: `new` has not been seen yet, `offline` has given no sign for two minutes (20, if it only polls)
                                 * @enum {string}
                                 */
                                status: "new" | "paused" | "draining" | "offline" | "online";
                                /** @description The last sign of the phone: a request, a ping or its open stream */
                                last_heard_datetime: string | null;
                                /** @description Its last sign, when it is offline, also while it is paused */
                                offline_since_datetime: string | null;
                                /** @description A newer app is recommended; its checks say why */
                                is_app_old: boolean;
                                /**
                                 * @description At the last ping
                                 * @enum {string|null}
                                 */
                                network: "none" | "wifi" | "ethernet" | "cellular" | "2g" | "3g" | "4g" | "5g" | null;
                                /** @description It can be told of new work at once */
                                is_listening: boolean;
                                /** @description A pretend phone that runs inside Simcast */
                                is_hosted: boolean;
                                /** @description What may be done with it just now, and why not */
                                moves: {
                                    verb: string;
                                    is_allowed: boolean;
                                    /** @description Why not; null when it is allowed */
                                    reason: string | null;
                                }[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Change a device */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name?: string;
                        /** @description What the owner is told of */
                        notifications?: ("offline" | "received")[];
                        /** @description A paused device is given nothing to send */
                        is_paused?: boolean;
                        expected_revision?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        /** @description What the owner is told of */
                        notifications?: ("offline" | "received")[];
                        /** @description A paused device is given nothing to send */
                        is_paused?: boolean;
                        expected_revision?: number;
                    };
                    "application/json": {
                        name?: string;
                        /** @description What the owner is told of */
                        notifications?: ("offline" | "received")[];
                        /** @description A paused device is given nothing to send */
                        is_paused?: boolean;
                        expected_revision?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        /**
         * Delete a device
         * @description Shuts its phone out. Its pending messages fail with that reason, unless move_to takes them over.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description A device and SIM, such as `2:1`, that takes over */
                        move_to?: string;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description A device and SIM, such as `2:1`, that takes over */
                        move_to?: string;
                    };
                    "application/json": {
                        /** @description A device and SIM, such as `2:1`, that takes over */
                        move_to?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew the enrolment token
         * @description Shuts out the phone that enrolled with the old one.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                /** @description What the phone enrols with; shown this once */
                                token: string;
                                /** @description What is put into the app beside it, as its API URL */
                                address: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}/sims/{subscription_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a SIM and its pace */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                    subscription_id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        phone_number?: string;
                        display_name?: string;
                        /** @description Parts a minute at most; 0 is no limit */
                        max_per_minute?: number;
                        /** @description Parts a clock hour at most; 0 is no limit */
                        max_per_hour?: number;
                        /** @description Parts a day at most; 0 is no limit */
                        max_per_day?: number;
                        /** @description Parts a month at most; 0 is no limit */
                        max_per_month?: number;
                        /** @description A random pause between messages, in seconds */
                        gap_min_seconds?: number;
                        /** @description A random pause between messages, in seconds */
                        gap_max_seconds?: number;
                        /** @description false takes back that the SIM is being drained */
                        is_draining?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        phone_number?: string;
                        display_name?: string;
                        /** @description Parts a minute at most; 0 is no limit */
                        max_per_minute?: number;
                        /** @description Parts a clock hour at most; 0 is no limit */
                        max_per_hour?: number;
                        /** @description Parts a day at most; 0 is no limit */
                        max_per_day?: number;
                        /** @description Parts a month at most; 0 is no limit */
                        max_per_month?: number;
                        /** @description A random pause between messages, in seconds */
                        gap_min_seconds?: number;
                        /** @description A random pause between messages, in seconds */
                        gap_max_seconds?: number;
                        /** @description false takes back that the SIM is being drained */
                        is_draining?: boolean;
                    };
                    "application/json": {
                        phone_number?: string;
                        display_name?: string;
                        /** @description Parts a minute at most; 0 is no limit */
                        max_per_minute?: number;
                        /** @description Parts a clock hour at most; 0 is no limit */
                        max_per_hour?: number;
                        /** @description Parts a day at most; 0 is no limit */
                        max_per_day?: number;
                        /** @description Parts a month at most; 0 is no limit */
                        max_per_month?: number;
                        /** @description A random pause between messages, in seconds */
                        gap_min_seconds?: number;
                        /** @description A random pause between messages, in seconds */
                        gap_max_seconds?: number;
                        /** @description false takes back that the SIM is being drained */
                        is_draining?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}/drain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drain a device
         * @description What no phone has taken yet goes to the other SIMs, and so do the campaigns, flows, recurring campaigns and automations. Nothing new is given to it; a text that names it goes to the first of the others. What the phone holds it still sends.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                    "application/json": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}/sims/{subscription_id}/drain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drain one SIM
         * @description What no phone has taken yet goes to the other SIMs, and so do the campaigns, flows, recurring campaigns and automations. Nothing new is given to it; a text that names it goes to the first of the others. What the phone holds it still sends.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                    subscription_id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                    "application/json": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move the queue of a device
         * @description What no phone has taken yet goes to the other SIMs, with the campaigns that are under way. What comes later stays.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                    "application/json": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}/sims/{subscription_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move the queue of one SIM
         * @description What no phone has taken yet goes to the other SIMs, with the campaigns that are under way. What comes later stays.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                    subscription_id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                    "application/json": {
                        /** @description The devices and SIMs that take the queue over, such as `2:1,3:1` */
                        to: string | (string | {
                            device_id: number;
                            subscription_id: number;
                        })[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check how a phone is set up
         * @description Whether it reached us, by which app, with which SIMs, whether it can be told of new work, and whether texts went and came.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @enum {string} */
                                check: "reached" | "app" | "sims" | "listening" | "permission" | "received" | "sent";
                                /**
                                 * @description `waiting` for what has not happened yet
                                 * @enum {string}
                                 */
                                state: "ok" | "waiting" | "warning" | "problem";
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string | null;
                                title: string;
                                /** @description What to do; null when there is nothing */
                                advice: string | null;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/pretend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a pretend phone
         * @description A device whose phone is a program inside Simcast: it behaves like the app, and nobody gets what it sends. It ends when the device is deleted.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description What you call it; `Pretend phone` */
                        name?: string;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description What you call it; `Pretend phone` */
                        name?: string;
                    };
                    "application/json": {
                        /** @description What you call it; `Pretend phone` */
                        name?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}/pretend-texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write to a pretend phone
         * @description As if a customer wrote to it, so that answers and STOP can be tried. Only for a pretend phone that runs inside Simcast.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description Who writes, in any writing */
                        phone_number: string;
                        /** @description What is written, such as STOP */
                        content: string;
                        /** @description The SIM that it comes in at; 1 */
                        subscription_id?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description Who writes, in any writing */
                        phone_number: string;
                        /** @description What is written, such as STOP */
                        content: string;
                        /** @description The SIM that it comes in at; 1 */
                        subscription_id?: number;
                    };
                    "application/json": {
                        /** @description Who writes, in any writing */
                        phone_number: string;
                        /** @description What is written, such as STOP */
                        content: string;
                        /** @description The SIM that it comes in at; 1 */
                        subscription_id?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listen to what changes
         * @description A stream of server-sent events (`text/event-stream`), which a browser reads with `EventSource`.
         *
         *     - `fleet`: `fleet.changed` with what `fleet` of the overview shows, and `device.changed` of every device
         *     - `campaign:12`: `campaign.progress`, and `sms.changed` of its texts that phones hold or have just sent
         *     - `inbox`: `sms.received`, `conversation.read` (its `id` is the contact's), `sms.changed`
         *     - `import:7`, `device:3`, `job:5`: `import.progress`, `device.changed`, `job.progress`
         *     - `attention`: `attention.changed` with the list of the overview
         *
         *     The data of an event is `id` and the keys that are others now, as the resource shows them; the first event of a topic has all of its keys. Of one thing there are at most two a second. An id that is not yours is never heard of.
         *
         *     A stream that comes back with `Last-Event-ID` within five minutes is told what it missed. Where nobody knows that, it is told `resync`: read everything again. Every 20 seconds there is a comment.
         */
        get: {
            parameters: {
                query: {
                    /**
                     * @description Between commas: fleet, inbox, attention, campaign:12, import:7, device:3, job:5
                     * @example fleet,campaign:12
                     */
                    topics: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List flows */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in name, content; one or two characters only at the start. */
                    search?: string;
                    search_by?: "name" | "content";
                    /** @description Who can enter it; all, or the id of a segment */
                    segment?: string;
                    /** @description Whether it takes contacts; one of 1, 0, true, false, on, off, yes, no */
                    is_enabled?: string;
                    order_by?: "id" | "flow_id" | "name" | "last_sent_datetime" | "datetime" | "last_datetime" | "total_sent_sms" | "total_pending_sms" | "total_failed_sms";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "last_datetime" | "last_sent_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                device_id: number;
                                sim_subscription_id: number;
                                user_id: number;
                                name: string;
                                content: string;
                                settings: Record<string, never>;
                                wait_time: number;
                                /** @enum {unknown} */
                                wait_time_type: "minutes" | "hours" | "days";
                                is_enabled: boolean;
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_failed_sms: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /** @description `all`, or the id of a segment */
                                segment: string;
                                /** @description Whether the account's `opt_out_footer` is added */
                                footer: boolean;
                                revision: number;
                                /** @description Contacts that ever entered */
                                total_entered: number;
                                /** @description Those whose text is not due yet */
                                total_waiting: number;
                                /** @description Those whose text was cancelled */
                                total_left: number;
                                /** @description Why they left, as far as their texts have not been deleted; the most frequent first */
                                left_reasons: {
                                    reason: string;
                                    total: number;
                                }[];
                                /** @description When the next text is due */
                                next_due_datetime: string | null;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Create a flow */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name: string;
                        /** @description The text, in the template language */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id: number;
                        /** @description How long after entering the text is due */
                        wait_time: number;
                        /** @enum {unknown} */
                        wait_time_type: "minutes" | "hours" | "days";
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Whether contacts enter; true if not given */
                        is_enabled?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        name: string;
                        /** @description The text, in the template language */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id: number;
                        /** @description How long after entering the text is due */
                        wait_time: number;
                        /** @enum {unknown} */
                        wait_time_type: "minutes" | "hours" | "days";
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Whether contacts enter; true if not given */
                        is_enabled?: boolean;
                    };
                    "application/json": {
                        name: string;
                        /** @description The text, in the template language */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id: number;
                        /** @description How long after entering the text is due */
                        wait_time: number;
                        /** @enum {unknown} */
                        wait_time_type: "minutes" | "hours" | "days";
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Whether contacts enter; true if not given */
                        is_enabled?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a flow */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                device_id: number;
                                sim_subscription_id: number;
                                user_id: number;
                                name: string;
                                content: string;
                                settings: Record<string, never>;
                                wait_time: number;
                                /** @enum {unknown} */
                                wait_time_type: "minutes" | "hours" | "days";
                                is_enabled: boolean;
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_failed_sms: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /** @description `all`, or the id of a segment */
                                segment: string;
                                /** @description Whether the account's `opt_out_footer` is added */
                                footer: boolean;
                                revision: number;
                                /** @description Contacts that ever entered */
                                total_entered: number;
                                /** @description Those whose text is not due yet */
                                total_waiting: number;
                                /** @description Those whose text was cancelled */
                                total_left: number;
                                /** @description Why they left, as far as their texts have not been deleted; the most frequent first */
                                left_reasons: {
                                    reason: string;
                                    total: number;
                                }[];
                                /** @description When the next text is due */
                                next_due_datetime: string | null;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Change a flow
         * @description Another segment, or switching it on again, admits nobody who matches already.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name?: string;
                        /** @description The text, in the template language */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id?: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id?: number;
                        /** @description How long after entering the text is due */
                        wait_time?: number;
                        /** @enum {unknown} */
                        wait_time_type?: "minutes" | "hours" | "days";
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Whether contacts enter; true if not given */
                        is_enabled?: boolean;
                        expected_revision?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        /** @description The text, in the template language */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id?: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id?: number;
                        /** @description How long after entering the text is due */
                        wait_time?: number;
                        /** @enum {unknown} */
                        wait_time_type?: "minutes" | "hours" | "days";
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Whether contacts enter; true if not given */
                        is_enabled?: boolean;
                        expected_revision?: number;
                    };
                    "application/json": {
                        name?: string;
                        /** @description The text, in the template language */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id?: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id?: number;
                        /** @description How long after entering the text is due */
                        wait_time?: number;
                        /** @enum {unknown} */
                        wait_time_type?: "minutes" | "hours" | "days";
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description Whether contacts enter; true if not given */
                        is_enabled?: boolean;
                        expected_revision?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        /**
         * Delete a flow
         * @description Cancels what is pending of it. Its messages stay.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how the installation is
         * @description The database, the disk, your phones, the last check of your totals and the last backup.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                version: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                database: {
                                    version: string;
                                    bytes: number;
                                    /** @description How long it took to answer */
                                    milliseconds: number;
                                };
                                /** @description Where DATA_DIR lies; null where the database is elsewhere */
                                disk: {
                                    total_bytes: number;
                                    free_bytes: number;
                                } | null;
                                devices: {
                                    total: number;
                                    offline: {
                                        id: number;
                                        name: string;
                                        /**
                                         * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                         * @example 2025-10-29 03:28:34
                                         */
                                        offline_since_datetime: string;
                                    }[];
                                };
                                mail: {
                                    is_configured: boolean;
                                };
                                notifications: {
                                    /** @description Notices that are still to be sent to an address */
                                    waiting: number;
                                    /** @description Those that were given up in the last seven days */
                                    failed: number;
                                };
                                /** @description The last nightly check of the totals; null: there was none yet */
                                last_check: {
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    datetime: string;
                                    total_checked: number;
                                    total_differences: number;
                                    differences: {
                                        table: string;
                                        id: number;
                                        told: {
                                            [key: string]: number;
                                        };
                                        counted: {
                                            [key: string]: number;
                                        };
                                    }[];
                                } | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                next_check_datetime: string | null;
                                /**
                                 * @description Of `npm run simcast -- backup`; null: not known
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_backup_datetime: string | null;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what happened with a contact
         * @description Newest first. What was changed is kept for a year; texts as long as the account keeps them; consent for ever, by number.
         */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Texts both ways, flows that it entered, files that it was in, or changes of its fields and its consent; one of texts, flows, imports, changes */
                    kind?: string;
                    order_by?: "datetime" | "id";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @description Of the item, in this history only */
                                id: number;
                                /** @enum {unknown} */
                                kind: "texts" | "flows" | "imports" | "changes";
                                /** @enum {unknown} */
                                event: "text" | "entered_flow" | "created" | "changed" | "opted_out" | "opted_in";
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /** @description Of `text` and `entered_flow` */
                                sms: {
                                    sms_id: number;
                                    device_id: number;
                                    sim_subscription_id: number;
                                    contact_id: number;
                                    /** @description 0 when it belongs to none, like the other origins */
                                    campaign_id: number;
                                    flow_id: number;
                                    rss_automation_id: number;
                                    recurring_campaign_id: number;
                                    user_id: number;
                                    /** @enum {string} */
                                    type: "sent" | "received";
                                    content: string;
                                    /** @enum {string} */
                                    status: "pending" | "sent" | "failed" | "cancelled" | "received";
                                    /** @description Why it failed or was cancelled, or what is not known of it */
                                    error: string | null;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    scheduled_datetime: string;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    datetime: string;
                                    phone_number: string;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    delivered_datetime: string | null;
                                    /** @description How many SMS the network bills */
                                    parts: number;
                                    /** @description Failed without knowing; only a person may send it again */
                                    may_have_gone_out: boolean;
                                    /**
                                     * @description reply: answered in a conversation; confirmation: answered to an opt-out or help word; test: of a campaign
                                     * @enum {string}
                                     */
                                    purpose: "ordinary" | "reply" | "confirmation" | "test";
                                    /** @description Pending, and in the hands of a phone */
                                    is_on_phone: boolean;
                                    /**
                                     * @description The kind of `error` of one that failed or was cancelled
                                     * @enum {string|null}
                                     */
                                    error_code: "no_service" | "radio_off" | "too_fast" | "number_not_allowed" | "undeliverable" | "no_sim" | "no_permission" | "phone_clock" | "refused" | "phone_fault" | "phone_removed" | "too_long_for_sim" | "not_made" | "opted_out" | "unknown" | "other" | "cancelled" | "expired" | "deleted" | null;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    sent_datetime: string | null;
                                    /** @description When it failed or was cancelled */
                                    finished_datetime: string | null;
                                } | null;
                                /** @description Of `entered_flow`: when its text is due, while it waits */
                                due_datetime: string | null;
                                /** @description Which the text went out by or came in at */
                                device: {
                                    id: number;
                                    name: string;
                                } | null;
                                /** @description What the text belongs to */
                                origin: {
                                    /** @enum {unknown} */
                                    type: "campaign" | "flow";
                                    id: number;
                                    name: string;
                                } | null;
                                /** @description The file that said it */
                                import: {
                                    id: number;
                                    file_name: string | null;
                                    line: number | null;
                                } | null;
                                /** @description Of `changed`; an import keeps none, since its file says it */
                                changes: {
                                    field: string;
                                    before: string | number | boolean | null;
                                    after: string | number | boolean | null;
                                }[];
                                /** @enum {string|null} */
                                how: "reply" | "api" | "import" | "list" | null;
                                /** @description What the contact wrote to opt out or in */
                                text: string | null;
                                note: string | null;
                                /** @description Who did it, or the name of the key */
                                person: string | null;
                                job_id: number | null;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{id}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the saved segments that a contact is in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                name: string;
                                /** @enum {unknown} */
                                type: "bulk" | "custom" | "filter";
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{id}/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the flows that a contact has entered */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                name: string;
                                /** @enum {unknown} */
                                status: "pending" | "sent" | "failed" | "cancelled";
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                entered_datetime: string | null;
                                /** @description While its text waits */
                                due_datetime: string | null;
                                /** @description null when the text has been deleted */
                                sms_id: number | null;
                                /** @description Why it left without the text */
                                error: string | null;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what is held since a restore
         * @description What was pending when the backup was made may have been sent since. It waits for a person.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                campaigns: {
                                    id: number;
                                    name: string;
                                    reason: string | null;
                                }[];
                                /** @description Texts that belong to no campaign */
                                total_sms: number;
                                recurring_campaigns: {
                                    id: number;
                                    name: string;
                                    reason: string | null;
                                }[];
                                rss_automations: {
                                    id: number;
                                    name: string;
                                    reason: string | null;
                                }[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/held/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release everything that is held
         * @description It is sent, though some of it may have been sent before. Answers what it was.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                campaigns: {
                                    id: number;
                                    name: string;
                                    reason: string | null;
                                }[];
                                /** @description Texts that belong to no campaign */
                                total_sms: number;
                                recurring_campaigns: {
                                    id: number;
                                    name: string;
                                    reason: string | null;
                                }[];
                                rss_automations: {
                                    id: number;
                                    name: string;
                                    reason: string | null;
                                }[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/held/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel everything that is held
         * @description Nothing of it is sent. Answers what it was.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                campaigns: {
                                    id: number;
                                    name: string;
                                    reason: string | null;
                                }[];
                                /** @description Texts that belong to no campaign */
                                total_sms: number;
                                recurring_campaigns: {
                                    id: number;
                                    name: string;
                                    reason: string | null;
                                }[];
                                rss_automations: {
                                    id: number;
                                    name: string;
                                    reason: string | null;
                                }[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List imports */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in file_name; one or two characters only at the start. */
                    search?: string;
                    search_by?: "file_name";
                    /** @description How far it is; one of processing, finished, failed, cancelled */
                    status?: string;
                    /** @description Whether it only says what would be; one of 1, 0, true, false, on, off, yes, no */
                    dry_run?: string;
                    /** @description Whether another import goes on with its file; one of 1, 0, true, false, on, off, yes, no */
                    is_taken?: string;
                    order_by?: "id" | "import_id" | "file_name" | "total_rows" | "datetime" | "finished_datetime";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "finished_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                /** @enum {unknown} */
                                status: "processing" | "finished" | "failed" | "cancelled";
                                dry_run: boolean;
                                total_rows: number;
                                /** @description created + updated + skipped + refused */
                                processed_rows: number;
                                created: number;
                                updated: number;
                                skipped: number;
                                refused: number;
                                error: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                finished_datetime: string | null;
                                file_name: string | null;
                                file_bytes: number;
                                processed_bytes: number;
                                /** @enum {unknown} */
                                encoding: "utf-8" | "windows-1252";
                                /** @enum {unknown} */
                                format: "csv" | "jsonl";
                                delimiter: string | null;
                                columns: {
                                    name: string;
                                    samples: string[];
                                    /** @description What it is taken for without a mapping */
                                    guess: string | null;
                                    /**
                                     * @description What its samples are, if any
                                     * @enum {string|null}
                                     */
                                    kind: "number" | "date" | "text" | null;
                                    /** @description The first sample as a phone number, where it is one */
                                    reads_as: string | null;
                                }[];
                                mapping: {
                                    [key: string]: unknown;
                                } | null;
                                segment_id: number | null;
                                /** @enum {unknown} */
                                on_known: "update" | "skip";
                                default_country: string | null;
                                /** @description Rows that say that the contact has opted out */
                                opted_out: number;
                                /** @description Rows whose number came up before in the file; counted by a dry run, else null */
                                duplicates: number | null;
                                refused_reasons: {
                                    reason: string;
                                    total: number;
                                }[];
                                rows_per_second: number | null;
                                /** @description Numbers that opted out before and stay so; counted by a dry run, else null */
                                stay_opted_out: number | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                file_kept_until_datetime: string | null;
                                /** @description The import that goes on with the file of this dry run */
                                taken_by_import_id: number | null;
                                /** @description Why the columns cannot be taken as they are mapped; then nothing was tried */
                                mapping_problems: string[];
                                /** @description What may be done with it just now, and why not */
                                moves: {
                                    verb: string;
                                    is_allowed: boolean;
                                    /** @description Why not; null when it is allowed */
                                    reason: string | null;
                                }[];
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Import contacts from a file
         * @description CSV with a header (comma, semicolon, tab or pipe; UTF-8, Latin-1 or Windows-1252) or JSON Lines. Answers as soon as the file is stored; `GET /api/imports/{id}` tells how far it is.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /**
                         * Format: binary
                         * @description CSV with a header, or JSON Lines; at most 1 GiB
                         */
                        file: string;
                        /** @description What the columns are, as JSON: `{"Mobile":"phone_number","First name":"name","City":"custom_parameters.city"}`; also `has_opted_out`, or null to leave a column out. Without it they are taken by their names, and others as custom parameters. */
                        mapping?: unknown;
                        /** @description A segment of type `custom` to put the contacts into */
                        segment_id?: number;
                        /**
                         * @description `skip` leaves contacts as they are that were there before; opting out counts all the same
                         * @enum {unknown}
                         */
                        on_known?: "update" | "skip";
                        /** @description ISO 3166 alpha-2, such as IT; national numbers are read in it. Without it, in that of the account. */
                        default_country?: string;
                        /** @description Writes nothing and answers what would be */
                        dry_run?: boolean;
                        /** @description With `dry_run`: takes a file whose columns cannot be taken by their names. `mapping_problems` says why; a run then brings the mapping */
                        map_later?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an import */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                /** @enum {unknown} */
                                status: "processing" | "finished" | "failed" | "cancelled";
                                dry_run: boolean;
                                total_rows: number;
                                /** @description created + updated + skipped + refused */
                                processed_rows: number;
                                created: number;
                                updated: number;
                                skipped: number;
                                refused: number;
                                error: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                finished_datetime: string | null;
                                file_name: string | null;
                                file_bytes: number;
                                processed_bytes: number;
                                /** @enum {unknown} */
                                encoding: "utf-8" | "windows-1252";
                                /** @enum {unknown} */
                                format: "csv" | "jsonl";
                                delimiter: string | null;
                                columns: {
                                    name: string;
                                    samples: string[];
                                    /** @description What it is taken for without a mapping */
                                    guess: string | null;
                                    /**
                                     * @description What its samples are, if any
                                     * @enum {string|null}
                                     */
                                    kind: "number" | "date" | "text" | null;
                                    /** @description The first sample as a phone number, where it is one */
                                    reads_as: string | null;
                                }[];
                                mapping: {
                                    [key: string]: unknown;
                                } | null;
                                segment_id: number | null;
                                /** @enum {unknown} */
                                on_known: "update" | "skip";
                                default_country: string | null;
                                /** @description Rows that say that the contact has opted out */
                                opted_out: number;
                                /** @description Rows whose number came up before in the file; counted by a dry run, else null */
                                duplicates: number | null;
                                refused_reasons: {
                                    reason: string;
                                    total: number;
                                }[];
                                rows_per_second: number | null;
                                /** @description Numbers that opted out before and stay so; counted by a dry run, else null */
                                stay_opted_out: number | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                file_kept_until_datetime: string | null;
                                /** @description The import that goes on with the file of this dry run */
                                taken_by_import_id: number | null;
                                /** @description Why the columns cannot be taken as they are mapped; then nothing was tried */
                                mapping_problems: string[];
                                /** @description What may be done with it just now, and why not */
                                moves: {
                                    verb: string;
                                    is_allowed: boolean;
                                    /** @description Why not; null when it is allowed */
                                    reason: string | null;
                                }[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the refused rows
         * @description A CSV of line, reason and the row in its own columns; corrected, it can be imported as it is. With `Accept: application/json` a page of them.
         */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    order_by?: "line";
                    order_type?: "ASC" | "DESC";
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @description Where it stands in the file */
                                line: number;
                                reason: string;
                                /** @description By the columns of the import */
                                cells: string[];
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import the file of a dry run
         * @description Answers the id of a new import of the same file, which is kept for a day after a dry run (the last three of an account). What is not given is as it was in the dry run; with `dry_run` it is tried once more.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description What the columns are, as JSON: `{"Mobile":"phone_number","First name":"name","City":"custom_parameters.city"}`; also `has_opted_out`, or null to leave a column out. Without it they are taken by their names, and others as custom parameters. */
                        mapping?: unknown;
                        /** @description A segment of type `custom` to put the contacts into */
                        segment_id?: number;
                        /**
                         * @description `skip` leaves contacts as they are that were there before; opting out counts all the same
                         * @enum {unknown}
                         */
                        on_known?: "update" | "skip";
                        /** @description ISO 3166 alpha-2, such as IT; national numbers are read in it. Without it, in that of the account. */
                        default_country?: string;
                        /** @description Writes nothing and answers what would be */
                        dry_run?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description What the columns are, as JSON: `{"Mobile":"phone_number","First name":"name","City":"custom_parameters.city"}`; also `has_opted_out`, or null to leave a column out. Without it they are taken by their names, and others as custom parameters. */
                        mapping?: unknown;
                        /** @description A segment of type `custom` to put the contacts into */
                        segment_id?: number;
                        /**
                         * @description `skip` leaves contacts as they are that were there before; opting out counts all the same
                         * @enum {unknown}
                         */
                        on_known?: "update" | "skip";
                        /** @description ISO 3166 alpha-2, such as IT; national numbers are read in it. Without it, in that of the account. */
                        default_country?: string;
                        /** @description Writes nothing and answers what would be */
                        dry_run?: boolean;
                    };
                    "application/json": {
                        /** @description What the columns are, as JSON: `{"Mobile":"phone_number","First name":"name","City":"custom_parameters.city"}`; also `has_opted_out`, or null to leave a column out. Without it they are taken by their names, and others as custom parameters. */
                        mapping?: unknown;
                        /** @description A segment of type `custom` to put the contacts into */
                        segment_id?: number;
                        /**
                         * @description `skip` leaves contacts as they are that were there before; opting out counts all the same
                         * @enum {unknown}
                         */
                        on_known?: "update" | "skip";
                        /** @description ISO 3166 alpha-2, such as IT; national numbers are read in it. Without it, in that of the account. */
                        default_country?: string;
                        /** @description Writes nothing and answers what would be */
                        dry_run?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an import
         * @description What it has written stays.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change many contacts
         * @description Who is meant is settled at once. The change begins 10 seconds later, so that it can be taken back by cancelling the job.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @enum {unknown} */
                        action: "opt_out" | "opt_in" | "delete" | "edit";
                        /** @description Who is meant: the search and filters of the list of contacts, `filters_custom_parameters`, `filters_countries` and `filters_continents` as in segments, `segment_id`. `{}` is everybody */
                        filter?: {
                            [key: string]: unknown;
                        };
                        /** @description Who is meant, in place of `filter` */
                        contacts_ids?: string | number[];
                        /** @description Keys and values of your own. An empty value removes its key on an update. */
                        custom_parameters?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @description In a form: `custom_parameter_key[0]` and so on */
                        custom_parameter_key?: string[];
                        /** @description The values, by the same indexes */
                        custom_parameter_value?: string[];
                        /** @description Kept with the consent; required for `opt_in` */
                        consent_note?: string;
                        /** @description How many are meant; with another number nothing is done */
                        expected_total?: number;
                        /** @description Only says what it would come to */
                        dry_run?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @enum {unknown} */
                        action: "opt_out" | "opt_in" | "delete" | "edit";
                        /** @description Who is meant: the search and filters of the list of contacts, `filters_custom_parameters`, `filters_countries` and `filters_continents` as in segments, `segment_id`. `{}` is everybody */
                        filter?: {
                            [key: string]: unknown;
                        };
                        /** @description Who is meant, in place of `filter` */
                        contacts_ids?: string | number[];
                        /** @description Keys and values of your own. An empty value removes its key on an update. */
                        custom_parameters?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @description In a form: `custom_parameter_key[0]` and so on */
                        custom_parameter_key?: string[];
                        /** @description The values, by the same indexes */
                        custom_parameter_value?: string[];
                        /** @description Kept with the consent; required for `opt_in` */
                        consent_note?: string;
                        /** @description How many are meant; with another number nothing is done */
                        expected_total?: number;
                        /** @description Only says what it would come to */
                        dry_run?: boolean;
                    };
                    "application/json": {
                        /** @enum {unknown} */
                        action: "opt_out" | "opt_in" | "delete" | "edit";
                        /** @description Who is meant: the search and filters of the list of contacts, `filters_custom_parameters`, `filters_countries` and `filters_continents` as in segments, `segment_id`. `{}` is everybody */
                        filter?: {
                            [key: string]: unknown;
                        };
                        /** @description Who is meant, in place of `filter` */
                        contacts_ids?: string | number[];
                        /** @description Keys and values of your own. An empty value removes its key on an update. */
                        custom_parameters?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @description In a form: `custom_parameter_key[0]` and so on */
                        custom_parameter_key?: string[];
                        /** @description The values, by the same indexes */
                        custom_parameter_value?: string[];
                        /** @description Kept with the consent; required for `opt_in` */
                        consent_note?: string;
                        /** @description How many are meant; with another number nothing is done */
                        expected_total?: number;
                        /** @description Only says what it would come to */
                        dry_run?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                job_id?: number;
                                /** @description How many contacts are meant */
                                total: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                starts_datetime?: string;
                                /** @description Of a dry run, like what follows: those that are so already */
                                unchanged?: number;
                                /** @description Texts that would be withdrawn */
                                waiting_sms?: number;
                                /** @description Texts that would be deleted */
                                sms?: number;
                                /** @description Whether `sms` is what the totals of the contacts say */
                                is_estimate?: boolean;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export contacts or opt-outs
         * @description Answers a job with a file, which `GET /api/jobs/{id}/file` makes while it is downloaded: it holds what the filter means then. A file of contacts can be imported as it is.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @enum {unknown} */
                        resource: "contacts" | "opt-outs";
                        /** @description As for `/api/contacts/bulk`, or the search and filters of the other list */
                        filter?: {
                            [key: string]: unknown;
                        };
                        /** @description Of contacts, in place of `filter` */
                        contacts_ids?: string | number[];
                        /** @description Of contacts: names of the API and `custom_parameters.KEY`. If not given, what an import takes */
                        columns?: string[];
                    };
                    "application/x-www-form-urlencoded": {
                        /** @enum {unknown} */
                        resource: "contacts" | "opt-outs";
                        /** @description As for `/api/contacts/bulk`, or the search and filters of the other list */
                        filter?: {
                            [key: string]: unknown;
                        };
                        /** @description Of contacts, in place of `filter` */
                        contacts_ids?: string | number[];
                        /** @description Of contacts: names of the API and `custom_parameters.KEY`. If not given, what an import takes */
                        columns?: string[];
                    };
                    "application/json": {
                        /** @enum {unknown} */
                        resource: "contacts" | "opt-outs";
                        /** @description As for `/api/contacts/bulk`, or the search and filters of the other list */
                        filter?: {
                            [key: string]: unknown;
                        };
                        /** @description Of contacts, in place of `filter` */
                        contacts_ids?: string | number[];
                        /** @description Of contacts: names of the API and `custom_parameters.KEY`. If not given, what an import takes */
                        columns?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                job_id: number;
                                total: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the file of an export
         * @description CSV in UTF-8. What a spreadsheet would calculate has an apostrophe before it, which an import takes off again.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs
         * @description Changes to many contacts, and exports. They are kept for 90 days.
         */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description A change to many, or a file; one of bulk, export */
                    kind?: string;
                    /** @description How far it is; `open` is waiting or running; one of waiting, running, finished, failed, cancelled, open */
                    status?: string;
                    order_by?: "id" | "datetime" | "finished_datetime";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                /** @enum {unknown} */
                                kind: "bulk" | "export";
                                /** @enum {unknown} */
                                resource: "contacts" | "sms" | "opt-outs";
                                /** @enum {string|null} */
                                action: "opt_out" | "opt_in" | "delete" | "edit" | null;
                                /**
                                 * @description waiting: until `starts_datetime`, so that it can be cancelled
                                 * @enum {unknown}
                                 */
                                status: "waiting" | "running" | "finished" | "failed" | "cancelled";
                                /** @description How many rows it is about */
                                total: number;
                                /** @description Those that are as they were to be */
                                done: number;
                                /** @description Of them, those that were so before, or were gone */
                                unchanged: number;
                                failed: number;
                                error: string | null;
                                /** @description As it was given; null when ids were */
                                filter: {
                                    [key: string]: unknown;
                                } | null;
                                /** @description What is set; null is removed */
                                custom_parameters: {
                                    [key: string]: unknown;
                                } | null;
                                consent_note: string | null;
                                columns: string[] | null;
                                /** @description Who asked for it, or the name of the key */
                                person: string | null;
                                /** @description Where its file is to be had, as a path */
                                file: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                starts_datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                started_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                finished_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /** @description What may be done with it just now, and why not */
                                moves: {
                                    verb: string;
                                    is_allowed: boolean;
                                    /** @description Why not; null when it is allowed */
                                    reason: string | null;
                                }[];
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a job */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                /** @enum {unknown} */
                                kind: "bulk" | "export";
                                /** @enum {unknown} */
                                resource: "contacts" | "sms" | "opt-outs";
                                /** @enum {string|null} */
                                action: "opt_out" | "opt_in" | "delete" | "edit" | null;
                                /**
                                 * @description waiting: until `starts_datetime`, so that it can be cancelled
                                 * @enum {unknown}
                                 */
                                status: "waiting" | "running" | "finished" | "failed" | "cancelled";
                                /** @description How many rows it is about */
                                total: number;
                                /** @description Those that are as they were to be */
                                done: number;
                                /** @description Of them, those that were so before, or were gone */
                                unchanged: number;
                                failed: number;
                                error: string | null;
                                /** @description As it was given; null when ids were */
                                filter: {
                                    [key: string]: unknown;
                                } | null;
                                /** @description What is set; null is removed */
                                custom_parameters: {
                                    [key: string]: unknown;
                                } | null;
                                consent_note: string | null;
                                columns: string[] | null;
                                /** @description Who asked for it, or the name of the key */
                                person: string | null;
                                /** @description Where its file is to be had, as a path */
                                file: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                starts_datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                started_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                finished_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /** @description What may be done with it just now, and why not */
                                moves: {
                                    verb: string;
                                    is_allowed: boolean;
                                    /** @description Why not; null when it is allowed */
                                    reason: string | null;
                                }[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a job
         * @description Before `starts_datetime` nothing has been done; later, what is done stays.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description Without their secrets, which nobody can show again.
         */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in name; one or two characters only at the start. */
                    search?: string;
                    search_by?: "name";
                    order_by?: "id" | "name" | "datetime" | "last_used_datetime";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "last_used_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                name: string;
                                /** @description Its first characters, to tell it from others */
                                prefix: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_used_datetime: string | null;
                                /** @description Whether it is the key of this request */
                                is_current: boolean;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Make an API key
         * @description The answer shows it, this once.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description What it is for */
                        name: string;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description What it is for */
                        name: string;
                    };
                    "application/json": {
                        /** @description What it is for */
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                key: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rename an API key */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description What it is for */
                        name?: string;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description What it is for */
                        name?: string;
                    };
                    "application/json": {
                        /** @description What it is for */
                        name?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        /**
         * Revoke an API key
         * @description It is refused from now on.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what you were told
         * @description The newest 100 notices with what became of each: where it was sent, or why not.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                /** @enum {unknown} */
                                kind: "phone_offline" | "phone_back" | "text_received" | "feed_off" | "import_failed" | "totals_differ" | "test";
                                title: string;
                                text: string;
                                subject: {
                                    type: string;
                                    id: number | null;
                                    name: string | null;
                                };
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                deliveries: {
                                    /** @enum {unknown} */
                                    channel: "email" | "webhook";
                                    address: string;
                                    attempts: number;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    sent_datetime: string | null;
                                    /**
                                     * @description When it is tried again; null: no more
                                     * @example 2025-10-29 03:28:34
                                     */
                                    next_datetime: string | null;
                                    /** @description Why the last attempt failed */
                                    error: string | null;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/notifications/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test to all your addresses
         * @description What became of it stands at `GET /api/account/notifications` a few seconds later.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @description To how many addresses */
                                total: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what needs you
         * @description What is wrong, worst first; how sending goes on; what runs; what is sent by itself in the next seven days.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                attention: {
                                    /** @description Its name, to dismiss it by */
                                    key: string;
                                    /** @enum {string} */
                                    kind: "disk_low" | "restored_held" | "phone_offline" | "campaign_failing" | "campaign_stuck" | "opt_outs_high" | "sim_gone" | "sim_limit" | "feed_failing" | "import_failed" | "totals_differ";
                                    /** @enum {string} */
                                    severity: "bad" | "warn";
                                    subject: {
                                        type: string;
                                        id: number | null;
                                        name: string | null;
                                    };
                                    values: {
                                        [key: string]: string | number | boolean | null;
                                    };
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    since_datetime: string | null;
                                    /** @description The route that helps; null where somebody has to go and look */
                                    action: {
                                        verb: string;
                                        path: string;
                                    } | null;
                                }[];
                                fleet: {
                                    is_sending: boolean;
                                    /** @description Why nothing leaves, though something waits or all sending is held */
                                    hold: {
                                        /** @enum {string} */
                                        reason: "restored" | "sending_held" | "phone_missing" | "phone_offline" | "phone_paused" | "quiet_hours" | "month_limit" | "day_limit" | "hour_limit" | "slowed_down" | "scheduled";
                                        title: string;
                                        /**
                                         * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                         * @example 2025-10-29 03:28:34
                                         */
                                        since_datetime: string | null;
                                        /** @description Who holds all sending */
                                        by: string | null;
                                        /**
                                         * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                         * @example 2025-10-29 03:28:34
                                         */
                                        until_datetime: string | null;
                                        device_id: number | null;
                                        device_name: string | null;
                                        sim_subscription_id: number | null;
                                    } | null;
                                    /** @description About how many texts leave in a minute, by the pace of the SIMs that send */
                                    rate_per_minute: number;
                                    /** @description Texts that leave by themselves: not those that are paused, or wait for their day */
                                    pending: number;
                                    /** @description Those of them that phones hold */
                                    in_hand: number;
                                    /**
                                     * @description About when all of them have left; null while nobody can say
                                     * @example 2025-10-29 03:28:34
                                     */
                                    clear_datetime: string | null;
                                    /** @description Phones that are there */
                                    online: number;
                                    /** @description Phones that were ever connected */
                                    total: number;
                                };
                                /** @description Campaigns that are under way */
                                running: number[];
                                upcoming: {
                                    /** @enum {string} */
                                    type: "campaign" | "recurring_campaign";
                                    id: number;
                                    name: string;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    datetime: string;
                                    /** @description About how many contacts; null where it is not known before */
                                    total: number | null;
                                }[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attention/{key}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismiss something that needs you
         * @description It is shown again when it has become worse, or when it ended and came again.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                key: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See whether sending is held */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                is_on: boolean;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                held_since_datetime: string | null;
                                /** @description The person or the key that holds it */
                                held_by: string | null;
                                /** @description Texts that phones hold; while all sending is held, these may still leave */
                                total_in_hand: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Hold all sending, or let it go on
         * @description While it is held, no phone is given anything: campaigns, flows, single texts and answers wait. Once this is answered, only what phones hold already may leave, `total_in_hand` at most.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description false holds all sending, true lets it go on */
                        is_on: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description false holds all sending, true lets it go on */
                        is_on: boolean;
                    };
                    "application/json": {
                        /** @description false holds all sending, true lets it go on */
                        is_on: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                is_on: boolean;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                held_since_datetime: string | null;
                                /** @description The person or the key that holds it */
                                held_by: string | null;
                                /** @description Texts that phones hold; while all sending is held, these may still leave */
                                total_in_hand: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/first-steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the first steps
         * @description By facts: a phone connected, there is a contact, a test text arrived or was answered, a campaign was launched.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @enum {string} */
                                step: "phone" | "contacts" | "test" | "campaign";
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                done_datetime: string | null;
                                values: {
                                    [key: string]: string | number | boolean | null;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what happened by time
         * @description A text counts when it was over by the clock of the server: when it was sent, when it failed, when it came in. There it counts as what it is by now, so a report of delivery that comes late counts for the day of the text. Texts whose rows are gone count still, save those that were gone before figures were kept.
         */
        get: {
            parameters: {
                query?: {
                    by?: "day" | "hour";
                    /** @description The first day, `YYYY-MM-DD`; a week of days if not given */
                    start_date?: string;
                    /** @description The last day, itself included; today if not given */
                    end_date?: string;
                    /** @description IANA name; the account's if not given */
                    timezone?: string;
                    /** @description 1 adds as many days before */
                    compare?: "0" | "1";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @description The day as `YYYY-MM-DD`, or the beginning of the hour in UTC */
                                key: string;
                                /** @description The same by the clock of `timezone` */
                                label: string;
                                /** @description Texts that left, delivered ones too */
                                sent: number;
                                /** @description Of these, the network says that they arrived */
                                delivered: number;
                                /** @description Texts that were not sent */
                                failed: number;
                                /** @description Texts that came in */
                                received: number;
                                /** @description Who opted out by writing */
                                opted_out: number;
                                /** @description SMS that the network bills for those that were sent */
                                parts: number;
                            }[];
                            totals: {
                                /** @description Texts that left, delivered ones too */
                                sent: number;
                                /** @description Of these, the network says that they arrived */
                                delivered: number;
                                /** @description Texts that were not sent */
                                failed: number;
                                /** @description Texts that came in */
                                received: number;
                                /** @description Who opted out by writing */
                                opted_out: number;
                                /** @description SMS that the network bills for those that were sent */
                                parts: number;
                            };
                            /** @description The days before */
                            previous: {
                                data: {
                                    /** @description The day as `YYYY-MM-DD`, or the beginning of the hour in UTC */
                                    key: string;
                                    /** @description The same by the clock of `timezone` */
                                    label: string;
                                    /** @description Texts that left, delivered ones too */
                                    sent: number;
                                    /** @description Of these, the network says that they arrived */
                                    delivered: number;
                                    /** @description Texts that were not sent */
                                    failed: number;
                                    /** @description Texts that came in */
                                    received: number;
                                    /** @description Who opted out by writing */
                                    opted_out: number;
                                    /** @description SMS that the network bills for those that were sent */
                                    parts: number;
                                }[];
                                totals: {
                                    /** @description Texts that left, delivered ones too */
                                    sent: number;
                                    /** @description Of these, the network says that they arrived */
                                    delivered: number;
                                    /** @description Texts that were not sent */
                                    failed: number;
                                    /** @description Texts that came in */
                                    received: number;
                                    /** @description Who opted out by writing */
                                    opted_out: number;
                                    /** @description SMS that the network bills for those that were sent */
                                    parts: number;
                                };
                            } | null;
                            timezone: string;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See whether somebody has to be set up first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                has_people: boolean;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Use a set-up link
         * @description Makes the person of the link, or gives it a new password, and signs it in as `POST /api/login` does. The link works once.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description What stands at the end of the link */
                        token: string;
                        name?: string;
                        email?: string;
                        /** @description 10 to 200 characters of any kind */
                        password: string;
                        /** @description ISO 3166 alpha-2, such as IT */
                        default_country?: string;
                        /** @description IANA name, such as Europe/Rome */
                        timezone?: string;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description What stands at the end of the link */
                        token: string;
                        name?: string;
                        email?: string;
                        /** @description 10 to 200 characters of any kind */
                        password: string;
                        /** @description ISO 3166 alpha-2, such as IT */
                        default_country?: string;
                        /** @description IANA name, such as Europe/Rome */
                        timezone?: string;
                    };
                    "application/json": {
                        /** @description What stands at the end of the link */
                        token: string;
                        name?: string;
                        email?: string;
                        /** @description 10 to 200 characters of any kind */
                        password: string;
                        /** @description ISO 3166 alpha-2, such as IT */
                        default_country?: string;
                        /** @description IANA name, such as Europe/Rome */
                        timezone?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @description Who is signed in; null for an API key */
                                person: {
                                    id: number;
                                    name: string;
                                    email: string;
                                    /** @description Whether single keys act in the dashboard */
                                    has_shortcuts: boolean;
                                } | null;
                                /** @description The key that asks; null for a person */
                                api_key: {
                                    id: number;
                                    name: string;
                                } | null;
                                account: {
                                    id: number;
                                    name: string;
                                    timezone: string;
                                    default_country: string | null;
                                    confirmation_threshold: number;
                                };
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See what a set-up link is for
         * @description Uses nothing up.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description What stands at the end of the link */
                        token: string;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description What stands at the end of the link */
                        token: string;
                    };
                    "application/json": {
                        /** @description What stands at the end of the link */
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @description Who chooses a new password; null: the link makes a new person */
                                person: {
                                    name: string;
                                    email: string;
                                } | null;
                                account: {
                                    name: string;
                                    timezone: string;
                                    default_country: string | null;
                                };
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description Sets a cookie that opens the same routes as an API key, for 30 days after its last use. Five tries for an address, then a wait of 15 minutes.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        email: string;
                        password: string;
                    };
                    "application/x-www-form-urlencoded": {
                        email: string;
                        password: string;
                    };
                    "application/json": {
                        email: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @description Who is signed in; null for an API key */
                                person: {
                                    id: number;
                                    name: string;
                                    email: string;
                                    /** @description Whether single keys act in the dashboard */
                                    has_shortcuts: boolean;
                                } | null;
                                /** @description The key that asks; null for a person */
                                api_key: {
                                    id: number;
                                    name: string;
                                } | null;
                                account: {
                                    id: number;
                                    name: string;
                                    timezone: string;
                                    default_country: string | null;
                                    confirmation_threshold: number;
                                };
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description On all browsers of the person, not only this one */
                        everywhere?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description On all browsers of the person, not only this one */
                        everywhere?: boolean;
                    };
                    "application/json": {
                        /** @description On all browsers of the person, not only this one */
                        everywhere?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                everywhere: boolean;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See who asks */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @description Who is signed in; null for an API key */
                                person: {
                                    id: number;
                                    name: string;
                                    email: string;
                                    /** @description Whether single keys act in the dashboard */
                                    has_shortcuts: boolean;
                                } | null;
                                /** @description The key that asks; null for a person */
                                api_key: {
                                    id: number;
                                    name: string;
                                } | null;
                                account: {
                                    id: number;
                                    name: string;
                                    timezone: string;
                                    default_country: string | null;
                                    confirmation_threshold: number;
                                };
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Change the person who is signed in
         * @description Another `email` needs `current_password`.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name?: string;
                        email?: string;
                        /** @description Whether single keys act in the dashboard */
                        has_shortcuts?: boolean;
                        current_password?: string;
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        email?: string;
                        /** @description Whether single keys act in the dashboard */
                        has_shortcuts?: boolean;
                        current_password?: string;
                    };
                    "application/json": {
                        name?: string;
                        email?: string;
                        /** @description Whether single keys act in the dashboard */
                        has_shortcuts?: boolean;
                        current_password?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password
         * @description All other browsers of the person are signed out.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        current_password: string;
                        /** @description 10 to 200 characters of any kind */
                        password: string;
                    };
                    "application/x-www-form-urlencoded": {
                        current_password: string;
                        /** @description 10 to 200 characters of any kind */
                        password: string;
                    };
                    "application/json": {
                        current_password: string;
                        /** @description 10 to 200 characters of any kind */
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the browsers that are signed in
         * @description Of all people of the account.
         */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in person, user_agent; one or two characters only at the start. */
                    search?: string;
                    search_by?: "person" | "user_agent";
                    order_by?: "id" | "datetime" | "last_used_datetime";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "last_used_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                person: {
                                    id: number;
                                    name: string;
                                    email: string;
                                };
                                /** @description What the browser calls itself */
                                user_agent: string | null;
                                /** @description Where it was when it signed in */
                                ip: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /** @description To about ten minutes */
                                last_used_datetime: string;
                                /** @description Whether it is the browser of this request */
                                is_current: boolean;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-ins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign a browser out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recurring-campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List recurring campaigns */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in name, content; one or two characters only at the start. */
                    search?: string;
                    search_by?: "name" | "content";
                    /** @description Whom it is sent to; all, or the id of a segment */
                    segment?: string;
                    /** @description Whether it runs; one of 1, 0, true, false, on, off, yes, no */
                    is_enabled?: string;
                    order_by?: "id" | "recurring_campaign_id" | "name" | "last_sent_datetime" | "last_run_datetime" | "next_run_datetime" | "datetime" | "last_datetime" | "total_campaigns" | "total_sent_sms" | "total_pending_sms" | "total_failed_sms";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "last_datetime" | "last_run_datetime" | "next_run_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                device_id: number;
                                sim_subscription_id: number;
                                user_id: number;
                                name: string;
                                content: string;
                                /** @description `all`, or the id of a segment */
                                segment: string;
                                /** @description When it runs */
                                settings: {
                                    /** @enum {unknown} */
                                    frequency: "daily" | "weekly" | "monthly";
                                    /** @description Every so many days, weeks or months */
                                    interval: number;
                                    /** @description `HH:MM` on the clocks of the time zone */
                                    time: string;
                                    /** @description IANA name */
                                    timezone: string;
                                    /** @description Of `weekly`: 1 is Monday, 7 is Sunday */
                                    week_days: number[];
                                    /** @description Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run */
                                    month_days: number[];
                                    /** @description Of `monthly`: the nth (1 to 4, -1 is the last) such week day */
                                    nth_week_day: {
                                        nth: number;
                                        week_day: number;
                                    } | null;
                                    /** @description `YYYY-MM-DD`; every n is counted from it */
                                    start_date: string;
                                    /** @description The last day on which it may run */
                                    end_date: string | null;
                                };
                                is_enabled: boolean;
                                total_campaigns: number;
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_failed_sms: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_run_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                next_run_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /** @description Why it runs only when a person lets it */
                                held_reason: string | null;
                                /** @description Whether the account's `opt_out_footer` is added */
                                footer: boolean;
                                revision: number;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Create a recurring campaign */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name: string;
                        /** @description The text, in the template language */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description When it runs: an object; in a form, the same as JSON text */
                        settings: {
                            /** @enum {unknown} */
                            frequency?: "daily" | "weekly" | "monthly";
                            /** @description Every so many days, weeks or months */
                            interval?: number;
                            /** @description `HH:MM` on the clocks of the time zone */
                            time?: string;
                            /** @description IANA name */
                            timezone?: string;
                            /** @description Of `weekly`: 1 is Monday, 7 is Sunday */
                            week_days?: number[];
                            /** @description Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run */
                            month_days?: number[];
                            /** @description Of `monthly`: the nth (1 to 4, -1 is the last) such week day */
                            nth_week_day?: {
                                nth: number;
                                week_day: number;
                            } | null;
                            /** @description `YYYY-MM-DD`; every n is counted from it */
                            start_date?: string;
                            /** @description The last day on which it may run */
                            end_date?: string | null;
                        };
                        /** @description Whether it runs; true if not given */
                        is_enabled?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        name: string;
                        /** @description The text, in the template language */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description When it runs: an object; in a form, the same as JSON text */
                        settings: {
                            /** @enum {unknown} */
                            frequency?: "daily" | "weekly" | "monthly";
                            /** @description Every so many days, weeks or months */
                            interval?: number;
                            /** @description `HH:MM` on the clocks of the time zone */
                            time?: string;
                            /** @description IANA name */
                            timezone?: string;
                            /** @description Of `weekly`: 1 is Monday, 7 is Sunday */
                            week_days?: number[];
                            /** @description Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run */
                            month_days?: number[];
                            /** @description Of `monthly`: the nth (1 to 4, -1 is the last) such week day */
                            nth_week_day?: {
                                nth: number;
                                week_day: number;
                            } | null;
                            /** @description `YYYY-MM-DD`; every n is counted from it */
                            start_date?: string;
                            /** @description The last day on which it may run */
                            end_date?: string | null;
                        };
                        /** @description Whether it runs; true if not given */
                        is_enabled?: boolean;
                    };
                    "application/json": {
                        name: string;
                        /** @description The text, in the template language */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description When it runs: an object; in a form, the same as JSON text */
                        settings: {
                            /** @enum {unknown} */
                            frequency?: "daily" | "weekly" | "monthly";
                            /** @description Every so many days, weeks or months */
                            interval?: number;
                            /** @description `HH:MM` on the clocks of the time zone */
                            time?: string;
                            /** @description IANA name */
                            timezone?: string;
                            /** @description Of `weekly`: 1 is Monday, 7 is Sunday */
                            week_days?: number[];
                            /** @description Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run */
                            month_days?: number[];
                            /** @description Of `monthly`: the nth (1 to 4, -1 is the last) such week day */
                            nth_week_day?: {
                                nth: number;
                                week_day: number;
                            } | null;
                            /** @description `YYYY-MM-DD`; every n is counted from it */
                            start_date?: string;
                            /** @description The last day on which it may run */
                            end_date?: string | null;
                        };
                        /** @description Whether it runs; true if not given */
                        is_enabled?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recurring-campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a recurring campaign */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                device_id: number;
                                sim_subscription_id: number;
                                user_id: number;
                                name: string;
                                content: string;
                                /** @description `all`, or the id of a segment */
                                segment: string;
                                /** @description When it runs */
                                settings: {
                                    /** @enum {unknown} */
                                    frequency: "daily" | "weekly" | "monthly";
                                    /** @description Every so many days, weeks or months */
                                    interval: number;
                                    /** @description `HH:MM` on the clocks of the time zone */
                                    time: string;
                                    /** @description IANA name */
                                    timezone: string;
                                    /** @description Of `weekly`: 1 is Monday, 7 is Sunday */
                                    week_days: number[];
                                    /** @description Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run */
                                    month_days: number[];
                                    /** @description Of `monthly`: the nth (1 to 4, -1 is the last) such week day */
                                    nth_week_day: {
                                        nth: number;
                                        week_day: number;
                                    } | null;
                                    /** @description `YYYY-MM-DD`; every n is counted from it */
                                    start_date: string;
                                    /** @description The last day on which it may run */
                                    end_date: string | null;
                                };
                                is_enabled: boolean;
                                total_campaigns: number;
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_failed_sms: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_run_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                next_run_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /** @description Why it runs only when a person lets it */
                                held_reason: string | null;
                                /** @description Whether the account's `opt_out_footer` is added */
                                footer: boolean;
                                revision: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Change a recurring campaign
         * @description Of `settings` the given keys are changed and the others stay. What its runs have launched stays as it is.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name?: string;
                        /** @description The text, in the template language */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id?: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id?: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description When it runs: an object; in a form, the same as JSON text */
                        settings?: {
                            /** @enum {unknown} */
                            frequency?: "daily" | "weekly" | "monthly";
                            /** @description Every so many days, weeks or months */
                            interval?: number;
                            /** @description `HH:MM` on the clocks of the time zone */
                            time?: string;
                            /** @description IANA name */
                            timezone?: string;
                            /** @description Of `weekly`: 1 is Monday, 7 is Sunday */
                            week_days?: number[];
                            /** @description Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run */
                            month_days?: number[];
                            /** @description Of `monthly`: the nth (1 to 4, -1 is the last) such week day */
                            nth_week_day?: {
                                nth: number;
                                week_day: number;
                            } | null;
                            /** @description `YYYY-MM-DD`; every n is counted from it */
                            start_date?: string;
                            /** @description The last day on which it may run */
                            end_date?: string | null;
                        };
                        /** @description Whether it runs; true if not given */
                        is_enabled?: boolean;
                        expected_revision?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        /** @description The text, in the template language */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id?: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id?: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description When it runs: an object; in a form, the same as JSON text */
                        settings?: {
                            /** @enum {unknown} */
                            frequency?: "daily" | "weekly" | "monthly";
                            /** @description Every so many days, weeks or months */
                            interval?: number;
                            /** @description `HH:MM` on the clocks of the time zone */
                            time?: string;
                            /** @description IANA name */
                            timezone?: string;
                            /** @description Of `weekly`: 1 is Monday, 7 is Sunday */
                            week_days?: number[];
                            /** @description Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run */
                            month_days?: number[];
                            /** @description Of `monthly`: the nth (1 to 4, -1 is the last) such week day */
                            nth_week_day?: {
                                nth: number;
                                week_day: number;
                            } | null;
                            /** @description `YYYY-MM-DD`; every n is counted from it */
                            start_date?: string;
                            /** @description The last day on which it may run */
                            end_date?: string | null;
                        };
                        /** @description Whether it runs; true if not given */
                        is_enabled?: boolean;
                        expected_revision?: number;
                    };
                    "application/json": {
                        name?: string;
                        /** @description The text, in the template language */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id?: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id?: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description When it runs: an object; in a form, the same as JSON text */
                        settings?: {
                            /** @enum {unknown} */
                            frequency?: "daily" | "weekly" | "monthly";
                            /** @description Every so many days, weeks or months */
                            interval?: number;
                            /** @description `HH:MM` on the clocks of the time zone */
                            time?: string;
                            /** @description IANA name */
                            timezone?: string;
                            /** @description Of `weekly`: 1 is Monday, 7 is Sunday */
                            week_days?: number[];
                            /** @description Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run */
                            month_days?: number[];
                            /** @description Of `monthly`: the nth (1 to 4, -1 is the last) such week day */
                            nth_week_day?: {
                                nth: number;
                                week_day: number;
                            } | null;
                            /** @description `YYYY-MM-DD`; every n is counted from it */
                            start_date?: string;
                            /** @description The last day on which it may run */
                            end_date?: string | null;
                        };
                        /** @description Whether it runs; true if not given */
                        is_enabled?: boolean;
                        expected_revision?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        /**
         * Delete a recurring campaign
         * @description It runs no more. The campaigns that it has launched stay and go on.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recurring-campaigns/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the runs of a recurring campaign */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in reason; one or two characters only at the start. */
                    search?: string;
                    search_by?: "reason";
                    /** @description What became of it; one of launched, skipped, failed */
                    status?: string;
                    order_by?: "id" | "due_datetime" | "datetime";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "due_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                recurring_campaign_id: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                due_datetime: string;
                                /** @enum {unknown} */
                                status: "launched" | "skipped" | "failed";
                                /** @description 0 when none was launched */
                                campaign_id: number;
                                /** @description Why none was launched */
                                reason: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recurring-campaigns/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview the next ten runs of settings
         * @description Nothing is stored. Fewer than ten where the rule ends before.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description When it runs: an object; in a form, the same as JSON text */
                        settings: {
                            /** @enum {unknown} */
                            frequency?: "daily" | "weekly" | "monthly";
                            /** @description Every so many days, weeks or months */
                            interval?: number;
                            /** @description `HH:MM` on the clocks of the time zone */
                            time?: string;
                            /** @description IANA name */
                            timezone?: string;
                            /** @description Of `weekly`: 1 is Monday, 7 is Sunday */
                            week_days?: number[];
                            /** @description Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run */
                            month_days?: number[];
                            /** @description Of `monthly`: the nth (1 to 4, -1 is the last) such week day */
                            nth_week_day?: {
                                nth: number;
                                week_day: number;
                            } | null;
                            /** @description `YYYY-MM-DD`; every n is counted from it */
                            start_date?: string;
                            /** @description The last day on which it may run */
                            end_date?: string | null;
                        };
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description When it runs: an object; in a form, the same as JSON text */
                        settings: {
                            /** @enum {unknown} */
                            frequency?: "daily" | "weekly" | "monthly";
                            /** @description Every so many days, weeks or months */
                            interval?: number;
                            /** @description `HH:MM` on the clocks of the time zone */
                            time?: string;
                            /** @description IANA name */
                            timezone?: string;
                            /** @description Of `weekly`: 1 is Monday, 7 is Sunday */
                            week_days?: number[];
                            /** @description Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run */
                            month_days?: number[];
                            /** @description Of `monthly`: the nth (1 to 4, -1 is the last) such week day */
                            nth_week_day?: {
                                nth: number;
                                week_day: number;
                            } | null;
                            /** @description `YYYY-MM-DD`; every n is counted from it */
                            start_date?: string;
                            /** @description The last day on which it may run */
                            end_date?: string | null;
                        };
                    };
                    "application/json": {
                        /** @description When it runs: an object; in a form, the same as JSON text */
                        settings: {
                            /** @enum {unknown} */
                            frequency?: "daily" | "weekly" | "monthly";
                            /** @description Every so many days, weeks or months */
                            interval?: number;
                            /** @description `HH:MM` on the clocks of the time zone */
                            time?: string;
                            /** @description IANA name */
                            timezone?: string;
                            /** @description Of `weekly`: 1 is Monday, 7 is Sunday */
                            week_days?: number[];
                            /** @description Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run */
                            month_days?: number[];
                            /** @description Of `monthly`: the nth (1 to 4, -1 is the last) such week day */
                            nth_week_day?: {
                                nth: number;
                                week_day: number;
                            } | null;
                            /** @description `YYYY-MM-DD`; every n is counted from it */
                            start_date?: string;
                            /** @description The last day on which it may run */
                            end_date?: string | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                run_datetime: string;
                                /** @description What the clocks of the time zone show then */
                                local_datetime: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rss-automations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List RSS automations */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in name, content; one or two characters only at the start. */
                    search?: string;
                    search_by?: "name" | "content";
                    /** @description Whom it is sent to; all, or the id of a segment */
                    segment?: string;
                    /** @description Whether it is on; one of 1, 0, true, false, on, off, yes, no */
                    is_enabled?: string;
                    order_by?: "id" | "rss_automation_id" | "name" | "last_sent_datetime" | "last_check_datetime" | "next_check_datetime" | "datetime" | "last_datetime" | "total_campaigns" | "total_sent_sms" | "total_pending_sms" | "total_failed_sms";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "last_datetime" | "last_check_datetime" | "next_check_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                device_id: number;
                                sim_subscription_id: number;
                                user_id: number;
                                /** @description The address of the feed */
                                rss_url: string;
                                name: string;
                                content: string;
                                /** @description `all`, or the id of a segment */
                                segment: string;
                                /** @description How the feed is checked */
                                settings: {
                                    /** @description How long from one check to the next */
                                    check_interval_seconds: number;
                                    /** @description How many new items one check sends at most */
                                    items_count: number;
                                    /** @description Minutes between the campaigns of two items */
                                    campaigns_delay: number;
                                    /**
                                     * @description What an item is known again by
                                     * @enum {unknown}
                                     */
                                    unique_item_identifier: "guid" | "link" | "title";
                                    /** @description Whether what the feed holds at first is sent too */
                                    send_present_items: boolean;
                                };
                                is_enabled: boolean;
                                total_campaigns: number;
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_failed_sms: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_check_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                next_check_datetime: string | null;
                                /** @description Why the last check failed; null if it did not */
                                last_error: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                failing_since_datetime: string | null;
                                /** @description Checks that failed in a row; at 20 it is switched off */
                                failures: number;
                                /** @description Why it waits for a person to let it go on */
                                held_reason: string | null;
                                /** @description Whether the account's `opt_out_footer` is added */
                                footer: boolean;
                                revision: number;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Create an RSS automation
         * @description The feed is fetched: one that cannot be read is a 400 that says why.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description The address of an RSS, Atom or JSON feed */
                        rss_url: string;
                        name: string;
                        /** @description The text, in the template language, with the variables of an item */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description How the feed is checked: an object; in a form, the same as JSON text */
                        settings?: {
                            /** @description How long from one check to the next; 3600 if not given */
                            check_interval_seconds?: number;
                            /** @description How many new items one check sends at most; 1 if not given */
                            items_count?: number;
                            /** @description Minutes between the campaigns of two items; 0 if not given */
                            campaigns_delay?: number;
                            /**
                             * @description What an item is known again by; `guid` if not given
                             * @enum {unknown}
                             */
                            unique_item_identifier?: "guid" | "link" | "title";
                            /** @description Whether what the feed holds at first is sent too; false if not given */
                            send_present_items?: boolean;
                        };
                        /** @description Whether the feed is checked; true if not given */
                        is_enabled?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description The address of an RSS, Atom or JSON feed */
                        rss_url: string;
                        name: string;
                        /** @description The text, in the template language, with the variables of an item */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description How the feed is checked: an object; in a form, the same as JSON text */
                        settings?: {
                            /** @description How long from one check to the next; 3600 if not given */
                            check_interval_seconds?: number;
                            /** @description How many new items one check sends at most; 1 if not given */
                            items_count?: number;
                            /** @description Minutes between the campaigns of two items; 0 if not given */
                            campaigns_delay?: number;
                            /**
                             * @description What an item is known again by; `guid` if not given
                             * @enum {unknown}
                             */
                            unique_item_identifier?: "guid" | "link" | "title";
                            /** @description Whether what the feed holds at first is sent too; false if not given */
                            send_present_items?: boolean;
                        };
                        /** @description Whether the feed is checked; true if not given */
                        is_enabled?: boolean;
                    };
                    "application/json": {
                        /** @description The address of an RSS, Atom or JSON feed */
                        rss_url: string;
                        name: string;
                        /** @description The text, in the template language, with the variables of an item */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description How the feed is checked: an object; in a form, the same as JSON text */
                        settings?: {
                            /** @description How long from one check to the next; 3600 if not given */
                            check_interval_seconds?: number;
                            /** @description How many new items one check sends at most; 1 if not given */
                            items_count?: number;
                            /** @description Minutes between the campaigns of two items; 0 if not given */
                            campaigns_delay?: number;
                            /**
                             * @description What an item is known again by; `guid` if not given
                             * @enum {unknown}
                             */
                            unique_item_identifier?: "guid" | "link" | "title";
                            /** @description Whether what the feed holds at first is sent too; false if not given */
                            send_present_items?: boolean;
                        };
                        /** @description Whether the feed is checked; true if not given */
                        is_enabled?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rss-automations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an RSS automation */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                device_id: number;
                                sim_subscription_id: number;
                                user_id: number;
                                /** @description The address of the feed */
                                rss_url: string;
                                name: string;
                                content: string;
                                /** @description `all`, or the id of a segment */
                                segment: string;
                                /** @description How the feed is checked */
                                settings: {
                                    /** @description How long from one check to the next */
                                    check_interval_seconds: number;
                                    /** @description How many new items one check sends at most */
                                    items_count: number;
                                    /** @description Minutes between the campaigns of two items */
                                    campaigns_delay: number;
                                    /**
                                     * @description What an item is known again by
                                     * @enum {unknown}
                                     */
                                    unique_item_identifier: "guid" | "link" | "title";
                                    /** @description Whether what the feed holds at first is sent too */
                                    send_present_items: boolean;
                                };
                                is_enabled: boolean;
                                total_campaigns: number;
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_failed_sms: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_check_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                next_check_datetime: string | null;
                                /** @description Why the last check failed; null if it did not */
                                last_error: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                failing_since_datetime: string | null;
                                /** @description Checks that failed in a row; at 20 it is switched off */
                                failures: number;
                                /** @description Why it waits for a person to let it go on */
                                held_reason: string | null;
                                /** @description Whether the account's `opt_out_footer` is added */
                                footer: boolean;
                                revision: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Change an RSS automation
         * @description Of `settings` the given keys are changed and the others stay. With another feed or identifier, or switched on again, what is there then is not sent.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description The address of an RSS, Atom or JSON feed */
                        rss_url?: string;
                        name?: string;
                        /** @description The text, in the template language, with the variables of an item */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id?: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id?: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description How the feed is checked: an object; in a form, the same as JSON text */
                        settings?: {
                            /** @description How long from one check to the next; 3600 if not given */
                            check_interval_seconds?: number;
                            /** @description How many new items one check sends at most; 1 if not given */
                            items_count?: number;
                            /** @description Minutes between the campaigns of two items; 0 if not given */
                            campaigns_delay?: number;
                            /**
                             * @description What an item is known again by; `guid` if not given
                             * @enum {unknown}
                             */
                            unique_item_identifier?: "guid" | "link" | "title";
                            /** @description Whether what the feed holds at first is sent too; false if not given */
                            send_present_items?: boolean;
                        };
                        /** @description Whether the feed is checked; true if not given */
                        is_enabled?: boolean;
                        expected_revision?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description The address of an RSS, Atom or JSON feed */
                        rss_url?: string;
                        name?: string;
                        /** @description The text, in the template language, with the variables of an item */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id?: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id?: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description How the feed is checked: an object; in a form, the same as JSON text */
                        settings?: {
                            /** @description How long from one check to the next; 3600 if not given */
                            check_interval_seconds?: number;
                            /** @description How many new items one check sends at most; 1 if not given */
                            items_count?: number;
                            /** @description Minutes between the campaigns of two items; 0 if not given */
                            campaigns_delay?: number;
                            /**
                             * @description What an item is known again by; `guid` if not given
                             * @enum {unknown}
                             */
                            unique_item_identifier?: "guid" | "link" | "title";
                            /** @description Whether what the feed holds at first is sent too; false if not given */
                            send_present_items?: boolean;
                        };
                        /** @description Whether the feed is checked; true if not given */
                        is_enabled?: boolean;
                        expected_revision?: number;
                    };
                    "application/json": {
                        /** @description The address of an RSS, Atom or JSON feed */
                        rss_url?: string;
                        name?: string;
                        /** @description The text, in the template language, with the variables of an item */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                        /** @description One of your devices */
                        device_id?: number;
                        /** @description The `subscription_id` of one of its SIMs */
                        sim_subscription_id?: number;
                        /**
                         * @description `all`, or the id of a segment
                         * @example all
                         * @example 12
                         */
                        segment?: string;
                        /** @description How the feed is checked: an object; in a form, the same as JSON text */
                        settings?: {
                            /** @description How long from one check to the next; 3600 if not given */
                            check_interval_seconds?: number;
                            /** @description How many new items one check sends at most; 1 if not given */
                            items_count?: number;
                            /** @description Minutes between the campaigns of two items; 0 if not given */
                            campaigns_delay?: number;
                            /**
                             * @description What an item is known again by; `guid` if not given
                             * @enum {unknown}
                             */
                            unique_item_identifier?: "guid" | "link" | "title";
                            /** @description Whether what the feed holds at first is sent too; false if not given */
                            send_present_items?: boolean;
                        };
                        /** @description Whether the feed is checked; true if not given */
                        is_enabled?: boolean;
                        expected_revision?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        /**
         * Delete an RSS automation
         * @description The feed is checked no more. The campaigns that it has made stay and go on.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rss-automations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview the items of a feed
         * @description The newest ten, and the text that each would make. Nothing is stored or sent.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description The address of an RSS, Atom or JSON feed */
                        rss_url: string;
                        /** @description The text, in the template language, with the variables of an item */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description The address of an RSS, Atom or JSON feed */
                        rss_url: string;
                        /** @description The text, in the template language, with the variables of an item */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                    };
                    "application/json": {
                        /** @description The address of an RSS, Atom or JSON feed */
                        rss_url: string;
                        /** @description The text, in the template language, with the variables of an item */
                        content?: string;
                        /** @description Whether the account's `opt_out_footer` is added; true if not given */
                        footer?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @description What the feed calls itself */
                                title: string;
                                total_items: number;
                                /** @description The newest first */
                                items: {
                                    guid: string;
                                    title: string;
                                    url: string;
                                    summary: string;
                                    content: string;
                                    author: string;
                                    category: string;
                                    date: string;
                                    /** @description For a contact of whom nothing is known; null if it cannot be made */
                                    text: string | null;
                                    parts: number;
                                    /** @description Why the text cannot be made */
                                    error: string | null;
                                }[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search everything by name
         * @description Up to five of each kind, those first whose name begins with it. Contacts are found by their number too, however it is written.
         */
        get: {
            parameters: {
                query: {
                    /** @description What is looked for, 1 to 100 characters */
                    q: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                contacts: {
                                    id: number;
                                    name: string | null;
                                    phone_number: string;
                                    has_opted_out: boolean;
                                }[];
                                campaigns: {
                                    id: number;
                                    name: string;
                                    status: string;
                                }[];
                                segments: {
                                    id: number;
                                    name: string;
                                    type: string;
                                }[];
                                devices: {
                                    id: number;
                                    name: string;
                                }[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List segments */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in name; one or two characters only at the start. */
                    search?: string;
                    search_by?: "name";
                    /** @description The type of segment; one of bulk, custom, filter */
                    type?: string;
                    order_by?: "id" | "segment_id" | "name" | "datetime" | "last_datetime" | "total_contacts";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "last_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                    /** @description 0 leaves every array of ids out */
                    include_ids?: "0" | "1";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                user_id: number;
                                name: string;
                                /** @description Of bulk and custom the members; of a filter its rows, countries and continents */
                                settings: {
                                    filters_custom_parameters?: {
                                        key: string;
                                        /** @enum {unknown} */
                                        condition: "exact" | "not_exact" | "contains" | "not_contains" | "starts_with" | "not_starts_with" | "ends_with" | "not_ends_with" | "bigger_than" | "lower_than";
                                        value: string;
                                    }[];
                                    filters_countries?: string[];
                                    filters_continents?: string[];
                                    /** @description The members; of a filter only on GET /{id} */
                                    contacts_ids?: number[];
                                };
                                /** @enum {unknown} */
                                type: "bulk" | "custom" | "filter";
                                /** @description In lists, of a filter, at most a minute old */
                                total_contacts: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                revision: number;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Create a segment */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name: string;
                        /**
                         * @description Which of the other fields apply; `custom` if not given
                         * @enum {unknown}
                         */
                        type?: "bulk" | "custom" | "filter";
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                    };
                    "application/x-www-form-urlencoded": {
                        name: string;
                        /**
                         * @description Which of the other fields apply; `custom` if not given
                         * @enum {unknown}
                         */
                        type?: "bulk" | "custom" | "filter";
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                    };
                    "application/json": {
                        name: string;
                        /**
                         * @description Which of the other fields apply; `custom` if not given
                         * @enum {unknown}
                         */
                        type?: "bulk" | "custom" | "filter";
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a segment */
        get: {
            parameters: {
                query?: {
                    /** @description 0 leaves every array of ids out */
                    include_ids?: "0" | "1";
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                user_id: number;
                                name: string;
                                /** @description Of bulk and custom the members; of a filter its rows, countries and continents */
                                settings: {
                                    filters_custom_parameters?: {
                                        key: string;
                                        /** @enum {unknown} */
                                        condition: "exact" | "not_exact" | "contains" | "not_contains" | "starts_with" | "not_starts_with" | "ends_with" | "not_ends_with" | "bigger_than" | "lower_than";
                                        value: string;
                                    }[];
                                    filters_countries?: string[];
                                    filters_continents?: string[];
                                    /** @description The members; of a filter only on GET /{id} */
                                    contacts_ids?: number[];
                                };
                                /** @enum {unknown} */
                                type: "bulk" | "custom" | "filter";
                                /** @description In lists, of a filter, at most a minute old */
                                total_contacts: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                revision: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Change a segment
         * @description Filters or ids that are given replace all the old ones.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name?: string;
                        /**
                         * @description Which of the other fields apply; `custom` if not given
                         * @enum {unknown}
                         */
                        type?: "bulk" | "custom" | "filter";
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        expected_revision?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        /**
                         * @description Which of the other fields apply; `custom` if not given
                         * @enum {unknown}
                         */
                        type?: "bulk" | "custom" | "filter";
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        expected_revision?: number;
                    };
                    "application/json": {
                        name?: string;
                        /**
                         * @description Which of the other fields apply; `custom` if not given
                         * @enum {unknown}
                         */
                        type?: "bulk" | "custom" | "filter";
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                        expected_revision?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        /**
         * Delete a segment
         * @description Refused while a campaign that is not over, or a flow, is sent to it.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a segment
         * @description Takes what creating one takes. Who would be in it now; nothing is written.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name?: string;
                        /**
                         * @description As of a new segment
                         * @enum {unknown}
                         */
                        type?: "bulk" | "custom" | "filter";
                        /** @description A segment that there is, in place of all other fields */
                        segment_id?: number;
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        /**
                         * @description As of a new segment
                         * @enum {unknown}
                         */
                        type?: "bulk" | "custom" | "filter";
                        /** @description A segment that there is, in place of all other fields */
                        segment_id?: number;
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                    };
                    "application/json": {
                        name?: string;
                        /**
                         * @description As of a new segment
                         * @enum {unknown}
                         */
                        type?: "bulk" | "custom" | "filter";
                        /** @description A segment that there is, in place of all other fields */
                        segment_id?: number;
                        /** @description For `bulk`: one per line or between commas; unknown ones become contacts */
                        phone_numbers?: string | string[];
                        /** @description For `custom`: `1,2,3`, or a JSON array */
                        contacts_ids?: string | number[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameters?: {
                            key: string;
                            condition: string;
                            value: string;
                        }[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_key?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_condition?: string[];
                        /** @description For `filter`: rows that must all hold */
                        filters_custom_parameter_value?: string[];
                        /** @description For `filter`: any of these countries */
                        filters_countries?: string[];
                        /** @description For `filter`: any of these continents */
                        filters_continents?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                total: number;
                                /** @description Of them, who has opted out */
                                opted_out: number;
                                /** @description Of them, senders that are no phone number */
                                cannot_be_texted: number;
                                /** @description Of them, numbers that would become contacts */
                                new_numbers: number;
                                /** @description The ten newest contacts of them */
                                sample: {
                                    id: number;
                                    user_id: number;
                                    name: string | null;
                                    /** @description In E.164; of a sender that is no number, as it came */
                                    phone_number: string;
                                    /** @description Texts, numbers and booleans by keys of your own */
                                    custom_parameters: {
                                        [key: string]: unknown;
                                    };
                                    /** @description AF, AN, AS, EU, NA, OC or SA */
                                    continent_code: string | null;
                                    /** @description ISO 3166 alpha-2, from the number */
                                    country_code: string | null;
                                    has_opted_out: boolean;
                                    total_sent_sms: number;
                                    total_pending_sms: number;
                                    total_failed_sms: number;
                                    total_received_sms: number;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    last_sent_datetime: string | null;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    last_received_datetime: string | null;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    last_datetime: string | null;
                                    /**
                                     * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                     * @example 2025-10-29 03:28:34
                                     */
                                    datetime: string;
                                    revision: number;
                                    /** @description False for senders that are no number */
                                    can_be_sent_to: boolean;
                                }[];
                                incomparable: {
                                    key: string;
                                    /** @description Contacts that all else matches, whose value cannot be compared */
                                    total: number;
                                    example: string | null;
                                    /**
                                     * @description What the value of the row is; null where it is neither: it matches nobody
                                     * @enum {string|null}
                                     */
                                    compared_as: "number" | "date" | null;
                                }[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the contacts of a segment
         * @description Who is in it now.
         */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in phone_number, name; one or two characters only at the start. */
                    search?: string;
                    search_by?: "phone_number" | "name";
                    /** @description Who has opted out; one of 1, 0, true, false, on, off, yes, no */
                    has_opted_out?: string;
                    /** @description Whose number is one; senders such as MYBANK cannot be written to; one of 1, 0, true, false, on, off, yes, no */
                    can_be_sent_to?: string;
                    /** @description Who gets what is sent to many; one of 1, 0, true, false, on, off, yes, no */
                    may_be_texted?: string;
                    /** @description The continent of the number; one of AF, AN, AS, EU, NA, OC, SA */
                    continent_code?: string;
                    /** @description The country of the number; a country code of ISO 3166 with two letters, such as IT */
                    country_code?: string;
                    order_by?: "id" | "contact_id" | "name" | "phone_number" | "last_sent_datetime" | "last_received_datetime" | "datetime" | "last_datetime" | "total_sent_sms" | "total_failed_sms" | "total_received_sms";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "last_datetime" | "last_sent_datetime" | "last_received_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                user_id: number;
                                name: string | null;
                                /** @description In E.164; of a sender that is no number, as it came */
                                phone_number: string;
                                /** @description Texts, numbers and booleans by keys of your own */
                                custom_parameters: {
                                    [key: string]: unknown;
                                };
                                /** @description AF, AN, AS, EU, NA, OC or SA */
                                continent_code: string | null;
                                /** @description ISO 3166 alpha-2, from the number */
                                country_code: string | null;
                                has_opted_out: boolean;
                                total_sent_sms: number;
                                total_pending_sms: number;
                                total_failed_sms: number;
                                total_received_sms: number;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_sent_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_received_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                revision: number;
                                /** @description False for senders that are no number */
                                can_be_sent_to: boolean;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/segments/{id}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See what uses a segment */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @description A segment in use cannot be deleted */
                                is_used: boolean;
                                /** @description Campaigns that are not over, flows, recurring campaigns and RSS automations */
                                uses: {
                                    /** @enum {unknown} */
                                    type: "campaign" | "flow" | "recurring_campaign" | "rss_automation";
                                    id: number;
                                    name: string;
                                    /** @description Whether it is on; null for a campaign */
                                    is_enabled: boolean | null;
                                }[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List texts, sent and received */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in content; one or two characters only at the start. */
                    search?: string;
                    search_by?: "content" | "phone_number" | "name" | "contact";
                    /** @description Direction; one of sent, received */
                    type?: string;
                    /** @description Status; one of pending, sent, failed, cancelled, received */
                    status?: string;
                    /** @description Whether the network says that it arrived; one of 1, 0, true, false, on, off, yes, no */
                    is_delivered?: string;
                    /** @description Why it failed or was cancelled; one of no_service, radio_off, too_fast, number_not_allowed, undeliverable, no_sim, no_permission, phone_clock, refused, phone_fault, phone_removed, too_long_for_sim, not_made, opted_out, unknown, other, cancelled, expired, deleted */
                    error_code?: string;
                    /** @description The device; a whole number */
                    device_id?: string;
                    /** @description The contact; a whole number */
                    contact_id?: string;
                    /** @description The campaign it belongs to, or 0; a whole number */
                    campaign_id?: string;
                    /** @description The flow it belongs to, or 0; a whole number */
                    flow_id?: string;
                    /** @description The recurring campaign it belongs to, or 0; a whole number */
                    recurring_campaign_id?: string;
                    /** @description The RSS automation it belongs to, or 0; a whole number */
                    rss_automation_id?: string;
                    order_by?: "id" | "sms_id" | "contact_id" | "status" | "scheduled_datetime" | "datetime";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "scheduled_datetime" | "delivered_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                    /** @description More keys, between commas: contact */
                    include?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                sms_id: number;
                                device_id: number;
                                sim_subscription_id: number;
                                contact_id: number;
                                /** @description 0 when it belongs to none, like the other origins */
                                campaign_id: number;
                                flow_id: number;
                                rss_automation_id: number;
                                recurring_campaign_id: number;
                                user_id: number;
                                /** @enum {string} */
                                type: "sent" | "received";
                                content: string;
                                /** @enum {string} */
                                status: "pending" | "sent" | "failed" | "cancelled" | "received";
                                /** @description Why it failed or was cancelled, or what is not known of it */
                                error: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                scheduled_datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                phone_number: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                delivered_datetime: string | null;
                                /** @description How many SMS the network bills */
                                parts: number;
                                /** @description Failed without knowing; only a person may send it again */
                                may_have_gone_out: boolean;
                                /**
                                 * @description reply: answered in a conversation; confirmation: answered to an opt-out or help word; test: of a campaign
                                 * @enum {string}
                                 */
                                purpose: "ordinary" | "reply" | "confirmation" | "test";
                                /** @description Pending, and in the hands of a phone */
                                is_on_phone: boolean;
                                /**
                                 * @description The kind of `error` of one that failed or was cancelled
                                 * @enum {string|null}
                                 */
                                error_code: "no_service" | "radio_off" | "too_fast" | "number_not_allowed" | "undeliverable" | "no_sim" | "no_permission" | "phone_clock" | "refused" | "phone_fault" | "phone_removed" | "too_long_for_sim" | "not_made" | "opted_out" | "unknown" | "other" | "cancelled" | "expired" | "deleted" | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                sent_datetime: string | null;
                                /** @description When it failed or was cancelled */
                                finished_datetime: string | null;
                                /** @description With include=contact. As the contact is now */
                                contact?: {
                                    contact_id: number;
                                    name: string | null;
                                    phone_number: string;
                                    has_opted_out: boolean;
                                } | null;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Send a text
         * @description One message per number, in the order given; the same number twice is one. Numbers we do not know become contacts. One that has opted out gets a failed message.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description The text; it may have Liquid variables, as campaigns do */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; false if not given */
                        footer?: boolean;
                        device_id: number;
                        sim_subscription_id: number;
                        /** @description One phone number per line or between commas, or a JSON array of them */
                        phone_numbers: string | string[];
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description The text; it may have Liquid variables, as campaigns do */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; false if not given */
                        footer?: boolean;
                        device_id: number;
                        sim_subscription_id: number;
                        /** @description One phone number per line or between commas, or a JSON array of them */
                        phone_numbers: string | string[];
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                    };
                    "application/json": {
                        /** @description The text; it may have Liquid variables, as campaigns do */
                        content: string;
                        /** @description Whether the account's `opt_out_footer` is added; false if not given */
                        footer?: boolean;
                        device_id: number;
                        sim_subscription_id: number;
                        /** @description One phone number per line or between commas, or a JSON array of them */
                        phone_numbers: string | string[];
                        is_scheduled?: boolean;
                        /**
                         * @description `YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset
                         * @example 2025-10-29 03:28:34
                         */
                        scheduled_datetime?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                sms_ids: number[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a text */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                sms_id: number;
                                device_id: number;
                                sim_subscription_id: number;
                                contact_id: number;
                                /** @description 0 when it belongs to none, like the other origins */
                                campaign_id: number;
                                flow_id: number;
                                rss_automation_id: number;
                                recurring_campaign_id: number;
                                user_id: number;
                                /** @enum {string} */
                                type: "sent" | "received";
                                content: string;
                                /** @enum {string} */
                                status: "pending" | "sent" | "failed" | "cancelled" | "received";
                                /** @description Why it failed or was cancelled, or what is not known of it */
                                error: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                scheduled_datetime: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                phone_number: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                delivered_datetime: string | null;
                                /** @description How many SMS the network bills */
                                parts: number;
                                /** @description Failed without knowing; only a person may send it again */
                                may_have_gone_out: boolean;
                                /**
                                 * @description reply: answered in a conversation; confirmation: answered to an opt-out or help word; test: of a campaign
                                 * @enum {string}
                                 */
                                purpose: "ordinary" | "reply" | "confirmation" | "test";
                                /** @description Pending, and in the hands of a phone */
                                is_on_phone: boolean;
                                /**
                                 * @description The kind of `error` of one that failed or was cancelled
                                 * @enum {string|null}
                                 */
                                error_code: "no_service" | "radio_off" | "too_fast" | "number_not_allowed" | "undeliverable" | "no_sim" | "no_permission" | "phone_clock" | "refused" | "phone_fault" | "phone_removed" | "too_long_for_sim" | "not_made" | "opted_out" | "unknown" | "other" | "cancelled" | "expired" | "deleted" | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                sent_datetime: string | null;
                                /** @description When it failed or was cancelled */
                                finished_datetime: string | null;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete a text
         * @description A pending one is withdrawn, from the phone too if it still can be.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                sms_id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sms/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a failed text again
         * @description Also one that may have gone out: then the contact may get it twice.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                sms_id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sms/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release a text that came back from a backup
         * @description It may have been sent since the backup was made, and is sent now. To not send it, delete it.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                sms_id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test from a device
         * @description A text to one number, before everything else that waits for the SIM.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        phone_number: string;
                        /** @description The SIM; the first that takes new texts */
                        subscription_id?: number;
                        /** @description What is sent; a sentence of ours if not given */
                        content?: string;
                    };
                    "application/x-www-form-urlencoded": {
                        phone_number: string;
                        /** @description The SIM; the first that takes new texts */
                        subscription_id?: number;
                        /** @description What is sent; a sentence of ours if not given */
                        content?: string;
                    };
                    "application/json": {
                        phone_number: string;
                        /** @description The SIM; the first that takes new texts */
                        subscription_id?: number;
                        /** @description What is sent; a sentence of ours if not given */
                        content?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                sms_ids: number[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sms/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what happened to a text
         * @description Oldest first, as far as it is kept with the text.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                /**
                                 * @description due: from when on it may leave; on_phone: the phone says that it holds it; withdrawing: the phone is told not to send it
                                 * @enum {string}
                                 */
                                event: "made" | "due" | "handed_over" | "on_phone" | "withdrawing" | "sent" | "delivered" | "failed" | "cancelled" | "received";
                                device_id: number | null;
                                device_name: string | null;
                                sim_subscription_id: number | null;
                                /** @description Why, where it failed or was cancelled */
                                detail: string | null;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List templates */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    results_per_page?: 10 | 25 | 50 | 100 | 250 | 500 | 1000;
                    /** @description Looks in name, content; one or two characters only at the start. */
                    search?: string;
                    search_by?: "name" | "content";
                    order_by?: "id" | "template_id" | "name" | "datetime" | "last_datetime";
                    order_type?: "ASC" | "DESC";
                    datetime_field?: "datetime" | "last_datetime";
                    /** @description From this datetime on, itself included */
                    datetime_start?: string;
                    /** @description Up to this datetime, itself included */
                    datetime_end?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                user_id: number;
                                name: string;
                                content: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                revision: number;
                            }[];
                            meta: {
                                page: number;
                                results_per_page: number;
                                total: number;
                                total_pages: number;
                            };
                            links: {
                                first: string;
                                last: string;
                                next: string | null;
                                prev: string | null;
                                self: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Save a template */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name: string;
                        content: string;
                    };
                    "application/x-www-form-urlencoded": {
                        name: string;
                        content: string;
                    };
                    "application/json": {
                        name: string;
                        content: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a template */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                                user_id: number;
                                name: string;
                                content: string;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                last_datetime: string | null;
                                /**
                                 * @description `YYYY-MM-DD HH:MM:SS`, UTC
                                 * @example 2025-10-29 03:28:34
                                 */
                                datetime: string;
                                revision: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Change a template */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        name?: string;
                        content?: string;
                        expected_revision?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        content?: string;
                        expected_revision?: number;
                    };
                    "application/json": {
                        name?: string;
                        content?: string;
                        expected_revision?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        /** Delete a template */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                id: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a text for a contact
         * @description Nothing is saved or sent. For a campaign there is a preview of its own.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Sends once: the same key answers what the first request answered. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        content: string;
                        /** @description For whom; if not given, for a contact without any field */
                        contact_id?: number;
                        /** @description Whether the account's `opt_out_footer` is added; false if not given */
                        footer?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        content: string;
                        /** @description For whom; if not given, for a contact without any field */
                        contact_id?: number;
                        /** @description Whether the account's `opt_out_footer` is added; false if not given */
                        footer?: boolean;
                    };
                    "application/json": {
                        content: string;
                        /** @description For whom; if not given, for a contact without any field */
                        contact_id?: number;
                        /** @description Whether the account's `opt_out_footer` is added; false if not given */
                        footer?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                rendered: {
                                    contact_id: number | null;
                                    /** @description As it is sent, the footer too */
                                    content: string | null;
                                    /** @description Why there is no text for this contact */
                                    error: string | null;
                                    /** @enum {string|null} */
                                    encoding: "gsm7" | "ucs2" | null;
                                    /** @description Septets, or UTF-16 units */
                                    units: number;
                                    parts: number;
                                    /** @description Where each part after the first begins, in UTF-16 units from 0 */
                                    part_breaks: number[];
                                    /** @description The characters that the small alphabet lacks */
                                    odd_characters: {
                                        character: string;
                                        /** @description In UTF-16 units, from 0 */
                                        positions: number[];
                                        /** @description What says the same in the small alphabet; null for nothing */
                                        replacement: string | null;
                                    }[];
                                };
                                /** @description The characters that the small alphabet lacks */
                                odd_characters: {
                                    character: string;
                                    /** @description In UTF-16 units, from 0 */
                                    positions: number[];
                                    /** @description What says the same in the small alphabet; null for nothing */
                                    replacement: string | null;
                                }[];
                            };
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            errors: {
                                /** @description A sentence that says what is wrong and what is allowed */
                                title: string;
                                status: number;
                                code?: string;
                                field?: string;
                                /** @description The figure that was not as it was expected */
                                actual?: number;
                            }[];
                            /** @description What to quote when asking for help; also in X-Request-Id */
                            request_id?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
